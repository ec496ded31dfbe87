import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { UserInfoService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import { Knex } from 'knex';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { ModelAccess } from '../../models/ModelAccess';
import { DatabaseVersionStore } from '../../registry/DatabaseVersionStore';
import { DatabaseSubjectStore } from '../../subjects/DatabaseSubjectStore';
import { createPromotionFeature } from '../createPromotionFeature';
import { FakeRegistry } from './FakeRegistry';
import { POLICY } from './policy';

export const MODEL = 'model:default/fraud-score';

/** A world of two teams, one model and its versions 40 to 44. */
export interface PromotionWorld {
  entities: Entity[];
  registry: FakeRegistry;
  /** Moves the clock of everything in the world. */
  clock: { now: Date };
  permissions: {
    denied: Set<string>;
  };
  notifications: { send: jest.Mock };
  signals: { publish: jest.Mock };
  events: { publish: jest.Mock; subscribe: jest.Mock };
  readContractFacts: jest.Mock;
  fetchEvidence: jest.Mock;
  readRegistries: jest.Mock;
}

export function user(name: string, ...memberOf: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: {},
    relations: memberOf.map(team => ({
      type: 'memberOf',
      targetRef: `group:default/${team}`,
    })),
  };
}

export function group(name: string, parent?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team' },
    relations: parent
      ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
      : [],
  };
}

const INVERSE: Record<string, string> = {
  memberOf: 'hasMember',
  childOf: 'parentOf',
};

/** The entities with the relations of groups in both directions, as in a catalog. */
export function withGroupRelations(entities: readonly Entity[]): Entity[] {
  return entities.map(entity => ({
    ...entity,
    relations: [
      ...(entity.relations ?? []),
      ...entities.flatMap(other =>
        (other.relations ?? [])
          .filter(
            ({ type, targetRef }) =>
              type in INVERSE && targetRef === stringifyEntityRef(entity),
          )
          .map(({ type }) => ({
            type: INVERSE[type],
            targetRef: stringifyEntityRef(other),
          })),
      ),
    ],
  }));
}

export function model(owner = 'group:default/payments-fraud'): Entity {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'Model',
    metadata: { name: 'fraud-score', namespace: 'default' },
    spec: { type: 'classifier', lifecycle: 'production' },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

export function createWorld(): PromotionWorld {
  return {
    entities: [
      model(),
      group('payments-fraud'),
      group('payments-fraud-berlin', 'payments-fraud'),
      group('model-risk'),
      user('scientist', 'payments-fraud'),
      user('lead', 'payments-fraud-berlin'),
      user('risk-officer', 'model-risk'),
      user('stranger'),
    ],
    registry: new FakeRegistry(),
    clock: { now: new Date('2026-11-23T12:00:00.000Z') },
    permissions: { denied: new Set() },
    notifications: { send: jest.fn(async () => {}) },
    signals: { publish: jest.fn(async () => {}) },
    events: {
      publish: jest.fn(async () => {}),
      subscribe: jest.fn(async () => {}),
    },
    readContractFacts: jest.fn(async asked =>
      asked.map(() => ({ breaks: [], doubts: [], warnings: 0 })),
    ),
    fetchEvidence: jest.fn(async () => {}),
    readRegistries: jest.fn(async () => {}),
  };
}

/** Stores the versions of the model. */
export async function prepareDatabase(knex: Knex): Promise<{
  subjectId: string;
  versions: Record<string, string>;
}> {
  const at = '2026-11-01T00:00:00.000Z';
  const subjectId = ulid();
  await knex('subject').insert({
    id: subjectId,
    ref: MODEL,
    last_owner: 'group:default/payments-fraud',
    created_at: at,
  });
  const recordId = ulid();
  await knex('registry_record').insert({
    id: recordId,
    server: 'eu',
    name: 'fraud_score',
    kind: 'model',
    subject_id: subjectId,
    first_seen_at: at,
  });
  const versions: Record<string, string> = {};
  for (const label of ['40', '41', '42', '43', '44']) {
    versions[label] = ulid();
    await knex('version').insert({
      id: versions[label],
      subject_id: subjectId,
      label,
      digest: `sha256:${label.repeat(32)}`,
      digest_strength: 'record',
      source_type: 'mlflow',
      record_id: recordId,
      record_version: label,
      created_at: at,
      registered_at: at,
      content_hash: label,
    });
    await insertMetric(knex, versions[label], 0.93);
  }
  return { subjectId, versions };
}

export async function insertMetric(
  knex: Knex,
  versionId: string,
  value: number,
): Promise<void> {
  await knex('version_metric').where({ version_id: versionId }).delete();
  await knex('version_metric').insert({
    version_id: versionId,
    position: 0,
    name: 'roc_auc',
    raw_name: 'test_auc',
    value,
    dataset: 'holdout',
    observed_at: '2026-11-20T00:00:00.000Z',
  });
}

/**
 * One replica of the feature on a database. Its workers do not run by
 * themselves: tests call `settle` or `runOnce`.
 */
export async function startPromotions(
  knex: Knex,
  world: PromotionWorld,
  options: {
    policy?: string;
    /** What is done by itself about drift in the registry. */
    drift?: string;
    /** Keys that signatures of files are verified with. */
    signatureKeys?: { id: string; publicKey: string }[];
  } = {},
) {
  const directory = await mkdtemp(join(tmpdir(), 'understudy-policies-'));
  const policyPath = join(directory, 'policy.yaml');
  await writeFile(policyPath, options.policy ?? POLICY);
  const auth = mockServices.auth();
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: world.permissions.denied.has(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
    authorizeConditional: async requests =>
      requests.map(({ permission }) => ({
        result: world.permissions.denied.has(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
  });
  // The list of entities changes while tests run.
  const current = () =>
    catalogServiceMock({ entities: withGroupRelations(world.entities) });
  const catalog = catalogServiceMock.mock({
    getEntities: (...args) => current().getEntities(...args),
    getEntitiesByRefs: (...args) => current().getEntitiesByRefs(...args),
    getEntityByRef: (...args) => current().getEntityByRef(...args),
  });
  const auditor = mockServices.auditor.mock({
    createEvent: async () => ({
      success: async () => {},
      fail: async () => {},
    }),
  });
  const userInfo: UserInfoService = {
    getUserInfo: async credentials => {
      const { userEntityRef } = credentials.principal as {
        userEntityRef: string;
      };
      const entity = world.entities.find(
        one =>
          `user:default/${one.metadata.name}` === userEntityRef &&
          one.kind === 'User',
      );
      return {
        userEntityRef,
        ownershipEntityRefs: [
          userEntityRef,
          ...(entity?.relations ?? []).map(relation => relation.targetRef),
        ],
      };
    },
  };
  const access = new ModelAccess({ auth, catalog, permissions });
  const subjects = DatabaseSubjectStore.create({ knex });
  const feature = createPromotionFeature({
    knex,
    config: new ConfigReader({
      ml: {
        policies: [{ target: policyPath }],
        signatures: { keys: options.signatureKeys ?? [] },
        registries: {
          [world.registry.id]: {
            type: world.registry.type,
            drift: options.drift ?? 'report',
          },
        },
      },
    }),
    subjects,
    versions: DatabaseVersionStore.create({
      knex,
      serverTitle: () => world.registry.title,
    }),
    models: access,
    sources: [world.registry],
    auditor,
    auth,
    catalog,
    events: world.events,
    httpAuth: mockServices.httpAuth(),
    logger: mockServices.logger.mock(),
    notifications: world.notifications,
    permissions,
    scheduler: mockServices.scheduler.mock(),
    signals: world.signals,
    urlReader: mockServices.urlReader.mock(),
    userInfo,
    readContractFacts: world.readContractFacts,
    fetchEvidence: world.fetchEvidence,
    readRegistries: world.readRegistries,
    now: () => world.clock.now,
  });
  await feature.policies.refresh();
  const app = express();
  app.use(express.json());
  app.use(feature.router);
  app.use(mockErrorHandler());
  return {
    app,
    feature,
    auditor,
    /** What other features are made of, to stand beside this one. */
    services: { access, auth, catalog, permissions, subjects, userInfo },
    /** Does everything that is due. */
    settle: async () => {
      while ((await feature.worker.runOnce()) > 0) {
        // Until nothing is left.
      }
    },
    /** Writes another text into the policy file and reads it. */
    setPolicy: async (policy: string) => {
      await writeFile(policyPath, policy);
      await feature.policies.refresh();
    },
    stop: async () => {
      await feature.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
