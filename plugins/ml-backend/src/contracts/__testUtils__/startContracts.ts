import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { LineageService } from '@understudy/plugin-lineage-node';
import express from 'express';
import { Knex } from 'knex';
import { ModelAccess } from '../../models/ModelAccess';
import { OutboxMessage } from '../../outbox/OutboxMessage';
import { agentOf, as, person, service } from '../../promotion/__testUtils__/as';
import { createRouter } from '../../router/createRouter';
import { DatabaseSubjectStore } from '../../subjects/DatabaseSubjectStore';
import { createContracts } from '../createContracts';
import { VIEW_OWNER } from './contractEntities';

/** Who is there, and what they may. */
export interface ContractWorld {
  entities: Entity[];
  /** Refs that users do not see. */
  hidden: Set<string>;
  /** Names of permissions that are refused. */
  denied: Set<string>;
  /** What users own things through. */
  owns: string[];
  /** The same for users of whom it is another, by their name. */
  ownsBy: Map<string, string[]>;
  clock: { now: Date };
  lineage: {
    getImpact: jest.Mock;
    getFields: jest.Mock;
    getGraph: jest.Mock;
    getSchemas: jest.Mock;
    /** Missing, as in an implementation that answers of one entity at a time. */
    getNeighbourhoods?: jest.Mock;
  };
}

export function createContractWorld(entities: Entity[]): ContractWorld {
  return {
    entities,
    hidden: new Set(),
    denied: new Set(),
    owns: [VIEW_OWNER],
    ownsBy: new Map(),
    clock: { now: new Date('2026-11-26T12:00:00.000Z') },
    lineage: {
      getImpact: jest.fn(async ({ root }) => ({
        root,
        items: [],
        complete: true,
        truncated: false,
      })),
      getFields: jest.fn(async ({ root }) => ({
        root,
        nodes: [],
        edges: [],
        complete: true,
        truncated: false,
      })),
      getGraph: jest.fn(async ({ root }) => ({ root, nodes: [], edges: [] })),
      getSchemas: jest.fn(async () => ({
        items: [],
        cursor: 'start',
        more: false,
      })),
    },
  };
}

/** One replica on a database, with its routes. */
export async function startContracts(
  knex: Knex,
  world: ContractWorld,
  options: { config?: JsonObject } = {},
) {
  const auth = mockServices.auth();
  /** The catalog as whoever asks it sees it. */
  const seenBy = (asked: object | undefined) => {
    const credentials: BackstageCredentials | undefined =
      asked && Reflect.get(asked, 'credentials');
    const isUser = credentials && auth.isPrincipal(credentials, 'user');
    return catalogServiceMock({
      entities: world.entities.filter(
        entity => !isUser || !world.hidden.has(stringifyEntityRef(entity)),
      ),
    });
  };
  const catalog = catalogServiceMock.mock({
    getEntityByRef: (ref, asked) => seenBy(asked).getEntityByRef(ref, asked),
    getEntitiesByRefs: (request, asked) =>
      seenBy(asked).getEntitiesByRefs(request, asked),
    queryEntities: (request, asked) =>
      seenBy(asked).queryEntities(request, asked),
    streamEntities: (request, asked) =>
      seenBy(asked).streamEntities(request, asked),
  });
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission, ...rest }) => ({
        result:
          world.denied.has(permission.name) ||
          ('resourceRef' in rest &&
            permission.name === 'catalog.entity.read' &&
            world.hidden.has(String(rest.resourceRef)))
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
  });
  const logger = mockServices.logger.mock();
  const wake = jest.fn();
  const contracts = createContracts({
    access: new ModelAccess({ auth, catalog, permissions }),
    auditor: mockServices.auditor.mock(),
    auth,
    catalog,
    config: new ConfigReader(options.config ?? {}),
    httpAuth: mockServices.httpAuth(),
    knex,
    lineage: world.lineage as Partial<LineageService> as LineageService,
    logger,
    permissions,
    policies: { readInForce: async () => () => undefined },
    subjects: DatabaseSubjectStore.create({ knex }),
    userInfo: mockServices.userInfo.mock({
      getUserInfo: async credentials => {
        const userEntityRef = auth.isPrincipal(credentials, 'user')
          ? credentials.principal.userEntityRef
          : 'user:default/feature-engineer';
        const { name } = parseEntityRef(userEntityRef);
        return {
          userEntityRef,
          ownershipEntityRefs: world.ownsBy.get(name) ?? world.owns,
        };
      },
    }),
    wake,
    now: () => world.clock.now,
  });
  const app = express();
  app.use(createRouter({ features: [contracts.router] }));
  app.use(mockErrorHandler());
  return {
    ...contracts,
    logger,
    wake,
    user: as(app, person('feature-engineer')),
    ci: as(app, service()),
    /** Somebody else, by name. */
    person: (name: string) => as(app, person(name)),
    /** A program that speaks for somebody. */
    agentOf: (name: string) => as(app, agentOf(name)),
    refresh: async () => {
      const { signal } = new AbortController();
      await contracts.follow({ signal });
      await contracts.refresh({ signal });
    },
    /** What waits to be told, oldest first. */
    messages: async (): Promise<OutboxMessage[]> =>
      (await knex('outbox').orderBy('id').pluck('payload')).map(payload =>
        JSON.parse(payload),
      ),
    /** Types of the events of the ledger, oldest first. */
    ledger: async (): Promise<string[]> =>
      await knex('event').orderBy('sequence').pluck('type'),
  };
}
