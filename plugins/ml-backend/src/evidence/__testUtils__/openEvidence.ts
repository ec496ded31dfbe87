import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { EvidenceAddition } from '@understudy/plugin-ml-common';
import express from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { openDoor, portalModel } from '../../mlflow/__testUtils__/openDoor';
import { as, person } from '../../promotion/__testUtils__/as';
import { DatabaseVersionStore } from '../../registry/DatabaseVersionStore';
import { createEvidence } from '../createEvidence';

/** The registered model, of which the portal is the home. */
export const name = 'gift-wrap';
export const MODEL = `model:default/${name}`;

/**
 * Evidence beside promotions and the mlflow client's door, on one database,
 * and versions 1 to 3 of a model that the portal keeps.
 */
export async function openEvidence(
  knex: Knex,
  options: { policy?: string } = {},
) {
  const door = await openDoor(knex, {
    ...options,
    entities: [portalModel(name)],
  });
  const evidence = createEvidence({
    ...door.services,
    auditor: door.auditor,
    config: new ConfigReader({}),
    httpAuth: mockServices.httpAuth(),
    knex,
    policies: door.feature.policies,
    versions: DatabaseVersionStore.create({
      knex,
      serverTitle: () => undefined,
    }),
    now: () => door.world.clock.now,
  });
  const app = express();
  app.use(express.json(), evidence.router, mockErrorHandler(), door.app);
  for (const source of ['s3://1', 's3://2', 's3://3']) {
    await door.by('scientist').post('model-versions/create', { name, source });
  }
  const versions = `/models/default/${name}/versions`;
  const scientist = as(app, person('scientist'));
  return {
    door,
    scientist,
    lead: as(app, person('lead')),
    add: async (version: string, addition: EvidenceAddition) =>
      await scientist.post(`${versions}/${version}/evidence`, addition),
    remove: async (version: string) =>
      await request(app)
        .delete(`${versions}/${version}`)
        .set({ authorization: `Bearer ${person('scientist')}` })
        .send({ reason: 'Wrong data' }),
    removeByClient: async (version: string) =>
      await door
        .by('scientist')
        .delete('model-versions/delete', { name, version }),
    ask: async (version: string, stage = 'production') =>
      await scientist.post('/promotions', { model: MODEL, version, stage }),
    read: async (id: string) => (await scientist.get(`/promotions/${id}`)).body,
    sweep: async () =>
      await door.feature.sweeper.sweep(new AbortController().signal),
  };
}
