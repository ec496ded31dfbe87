import {
  BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import {
  lineageEntityNamesExtensionPoint,
  LineageEntityNameSource,
} from '@understudy/plugin-lineage-node';
import { Knex } from 'knex';
import request from 'supertest';
import { lineagePlugin } from '../../plugin';

/** What a caller may do, by name of the permission; `some`: not all entities. */
export type Decide = (permission: string) => boolean | 'some';

/** What surrounds the plugin. */
export interface TestBackendOptions {
  entities?: Entity[];
  /** Refs of entities that may be seen where only some may. */
  readable?: string[];
  decide?: Decide;
  nameSources?: LineageEntityNameSource[];
  config?: JsonObject;
  features?: BackendFeature[];
  /** Fails for owners of which this is true. */
  failsToNotify?: (ref: string) => boolean;
}

/** Starts the plugin for real, with a catalog and permissions from memory. */
export async function startLineageBackend(options: TestBackendOptions) {
  const { entities = [], decide = () => true, features = [] } = options;
  const sent: NotificationSendOptions[] = [];
  const lookedUp: string[] = [];
  const catalog = catalogServiceMock({ entities });
  const readAll = catalog.getEntitiesByRefs.bind(catalog);
  const readSome: CatalogService['getEntitiesByRefs'] = async (
    query,
    { credentials },
  ) => {
    lookedUp.push(...query.entityRefs);
    const { items } = await readAll(query);
    const { readable } = options;
    const isPlugin = mockServices.auth().isPrincipal(credentials, 'service');
    return {
      items: items.map((item, index) =>
        isPlugin || !readable || readable.includes(query.entityRefs[index])
          ? item
          : undefined,
      ),
    };
  };
  const scheduler = mockServices.scheduler();
  let knex: Knex | undefined;
  const backend = await startTestBackend({
    features: [
      lineagePlugin,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createBackendModule({
        pluginId: 'lineage',
        moduleId: 'test-names',
        register(env) {
          env.registerInit({
            deps: {
              database: coreServices.database,
              names: lineageEntityNamesExtensionPoint,
            },
            async init({ database, names }) {
              knex = await database.getClient();
              options.nameSources?.forEach(source =>
                names.addNameSource(source),
              );
            },
          });
        },
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => Object.assign(catalog, { getEntitiesByRefs: readSome }),
      }),
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result:
              decide(permission.name) === true
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          })),
        authorizeConditional: async requests =>
          requests.map(({ permission }) => {
            const decision = decide(permission.name);
            return decision === 'some'
              ? {
                  result: AuthorizeResult.CONDITIONAL,
                  pluginId: 'catalog',
                  resourceType: 'catalog-entity',
                  conditions: {
                    rule: 'IS_ENTITY_OWNER',
                    resourceType: 'catalog-entity',
                    params: { claims: [] },
                  },
                }
              : {
                  result: decision
                    ? AuthorizeResult.ALLOW
                    : AuthorizeResult.DENY,
                };
          }),
      }).factory,
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          async send(notification: NotificationSendOptions) {
            const { recipients } = notification;
            const ref =
              recipients.type === 'entity' ? String(recipients.entityRef) : '';
            if (options.failsToNotify?.(ref)) {
              throw new Error('The notifications backend is down');
            }
            sent.push(notification);
          },
        }),
      }),
      ...features,
    ],
  });
  const { server } = backend;
  const as = (authorization: string) => ({
    get: (path: string, headers = {}) =>
      request(server)
        .get(`/api/lineage${path}`)
        .set('Authorization', authorization)
        .set(headers),
    post: (path: string, body: object | string, headers = {}) =>
      request(server)
        .post(`/api/lineage${path}`)
        .set('Authorization', authorization)
        .set(headers)
        .send(body),
  });
  const scanNames = async () => {
    // Until rules for names are in force, scans leave everything as it is.
    await waitUntil('Rules for names are not in force', async () => {
      const drain = await knex?.('drain').first('names_digest');
      return typeof drain?.names_digest === 'string';
    });
    await scheduler.triggerTask('lineage-entity-names');
  };
  await scanNames();
  const user = as(mockCredentials.user.header());
  return {
    server,
    sent,
    lookedUp,
    user,
    service: as(mockCredentials.service.header()),
    /** Answers once everything that was sent is in the graph. */
    async waitUntilDrained(): Promise<void> {
      await waitUntil('Events are still waiting', async () => {
        const { body } = await user.get('/status');
        return body.backlog === 0 && Boolean(body.lastDrainedAt);
      });
    },
    scanNames,
    nobody: as(mockCredentials.none.header()),
  };
}

async function waitUntil(
  problem: string,
  isDone: () => Promise<boolean>,
): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await isDone()) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 25));
  }
  throw new Error(problem);
}
