import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { VersionSource } from '@understudy/plugin-ml-node';
import express from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { modelEntity } from '../../__testUtils__/modelEntity';
import { DatabaseModelIndex } from '../../models/DatabaseModelIndex';
import { person, service } from '../../promotion/__testUtils__/as';
import {
  createWorld,
  prepareDatabase,
  PromotionWorld,
  startPromotions,
} from '../../promotion/__testUtils__/startPromotions';
import { VersionSources } from '../../registry/sync/VersionSources';
import { createTokens } from '../../tokens/createTokens';
import { createMlflowFeature } from '../createMlflowFeature';

export const APP_URL = 'https://portal.example';

/** A Model whose versions the portal keeps, owned by the scientist's team. */
export const portalModel = (name: string, owner?: string) =>
  modelEntity(name, { spec: { home: 'portal' }, owner });

type Method = 'get' | 'post' | 'patch' | 'delete';

/** Calls the registry with some token, as MLflow's clients do. */
export function clientOf(app: express.Express, token: string | undefined) {
  const send = async (method: Method, path: string, fields: object = {}) => {
    const call = request(app)
      [method](`/mlflow/api/2.0/mlflow/${path}`)
      .set(token ? { authorization: `Bearer ${token}` } : {});
    return await (method === 'get' ? call.query(fields) : call.send(fields));
  };
  return {
    get: (path: string, fields?: object) => send('get', path, fields),
    post: (path: string, fields?: object) => send('post', path, fields),
    patch: (path: string, fields?: object) => send('patch', path, fields),
    delete: (path: string, fields?: object) => send('delete', path, fields),
  };
}

/** A portal with the registry beside its promotions, on one database. */
export async function openDoor(
  knex: Knex,
  options: {
    entities?: Entity[];
    policy?: string;
    /** Registry servers beside the portal. */
    sources?: VersionSource[];
    world?: PromotionWorld;
  } = {},
) {
  const world = options.world ?? createWorld();
  world.entities.push(...(options.entities ?? []));
  const ids = await prepareDatabase(knex);
  const promotions = await startPromotions(knex, world, options);
  const sources = new VersionSources();
  options.sources?.forEach(source => sources.add(source));
  const tokens = createTokens({
    ...promotions.services,
    auditor: promotions.auditor,
    httpAuth: mockServices.httpAuth(),
    knex,
    now: () => world.clock.now,
  });
  const logger = mockServices.logger.mock();
  const createFeature = () =>
    createMlflowFeature({
      ...promotions.services,
      auditor: promotions.auditor,
      config: new ConfigReader({ app: { baseUrl: APP_URL } }),
      events: world.events,
      httpAuth: mockServices.httpAuth({
        defaultCredentials: mockCredentials.none(),
      }),
      index: DatabaseModelIndex.create({ knex }),
      knex,
      logger,
      members: promotions.feature.members,
      policies: promotions.feature.policies,
      rollbacks: promotions.feature.rollbacks,
      sources,
      tokens: tokens.tokens,
      wake: () => promotions.feature.outboxWorker.wake(),
      now: () => world.clock.now,
    });
  const feature = createFeature();
  const app = express();
  app.use(feature.router);
  app.use(feature.portalModelRouter);
  app.use(express.json(), tokens.router);
  app.use(promotions.app);
  app.use(mockErrorHandler());
  return {
    ...promotions,
    ...ids,
    app,
    knex,
    world,
    logger,
    /** Settles what servers were asked for, and nobody heard the end of. */
    settleLeft: () => feature.left.settle(),
    /** The registry, as a person sees it. */
    by: (name: string) => clientOf(app, person(name)),
    byService: () => clientOf(app, service()),
    byToken: (token: string) => clientOf(app, token),
    /** The registry as another replica of the portal answers it. */
    replica: () => {
      const other = express();
      other.use(createFeature().router);
      return { by: (name: string) => clientOf(other, person(name)) };
    },
    byNobody: () => clientOf(app, undefined),
    /** Types of the entries that clients made in the ledger, oldest first. */
    ledger: async (): Promise<string[]> =>
      (
        await knex('event')
          .where({ source: '/api/ml/mlflow' })
          .orderBy('sequence')
          .select('type')
      ).map(({ type }) => type),
    advance: (seconds: number) => {
      world.clock.now = new Date(world.clock.now.getTime() + seconds * 1000);
    },
  };
}
