import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import express from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { databases } from '../../__testUtils__/migratedDatabase';
import { openDoor, portalModel } from '../../mlflow/__testUtils__/openDoor';
import { as, person } from '../../promotion/__testUtils__/as';
import { DatabaseVersionStore } from '../../registry/DatabaseVersionStore';
import { evaluation } from '../__testUtils__/evidenceOn';
import { createEvidence } from '../createEvidence';

jest.setTimeout(120_000);

const name = 'gift-wrap';
const MODEL = `model:default/${name}`;
const versions = `/models/default/${name}/versions`;

describe.each(databases.eachSupportedId())('tombstones on %s', id => {
  let knex: Knex;
  let door: Awaited<ReturnType<typeof openDoor>>;
  let app: express.Express;

  beforeEach(async () => {
    knex = await databases.init(id);
    door = await openDoor(knex, { entities: [portalModel(name)] });
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
    app = express();
    app.use(express.json(), evidence.router, mockErrorHandler(), door.app);
    for (const source of ['s3://1', 's3://2', 's3://3']) {
      await door
        .by('scientist')
        .post('model-versions/create', { name, source });
    }
  });

  afterEach(async () => {
    await door.stop();
  });

  const scientist = () => as(app, person('scientist'));
  const remove = async (version: string) =>
    await request(app)
      .delete(`${versions}/${version}`)
      .set({ authorization: `Bearer ${person('scientist')}` })
      .send({ reason: 'Wrong data' });
  const removeByClient = async (version: string) =>
    await door
      .by('scientist')
      .delete('model-versions/delete', { name, version });
  const ask = async (version: string, stage: string) =>
    await scientist().post('/promotions', { model: MODEL, version, stage });
  const evaluate = async (version: string, value = 0.95) =>
    await scientist().post(`${versions}/${version}/evidence`, {
      evaluations: [evaluation({ metrics: [{ name: 'roc_auc', value }] })],
    });
  /** By a promotion that an evaluation lets through. */
  const promote = async (version: string) => {
    await evaluate(version);
    const { body } = await ask(version, 'production');
    expect(body).toMatchObject({ state: 'awaiting_approval' });
    await as(app, person('lead')).post(`/promotions/${body.id}/approve`, {
      revision: body.revision,
    });
    await door.settle();
    const { body: done } = await scientist().get(`/promotions/${body.id}`);
    expect(done.state).toBe('succeeded');
  };
  const tombstones = async () =>
    await knex('version_tombstone')
      .join('version', 'version.id', '=', 'version_tombstone.version_id')
      .orderBy('version.label')
      .select('version.label', 'deleted_by', 'reason', 'version.gone_since');

  it('are the same whoever deletes: the API or a client of MLflow', async () => {
    expect((await remove('1')).body.tombstone).toEqual({
      deletedAt: door.world.clock.now.toISOString(),
      deletedBy: 'user:default/scientist',
      reason: 'Wrong data',
    });
    expect((await removeByClient('2')).status).toBe(200);
    expect(await tombstones()).toEqual(
      [
        ['1', 'Wrong data'],
        ['2', 'Deleted by a client of MLflow'],
      ].map(([label, reason]) => ({
        label,
        deleted_by: 'user:default/scientist',
        reason,
        gone_since: door.world.clock.now.toISOString(),
      })),
    );
    expect(
      await knex('event').where({ type: 'dev.understudy.version.deleted' }),
    ).toHaveLength(2);
  });

  it('hide the version from clients of MLflow, and keep its number', async () => {
    await remove('3');
    const client = door.by('scientist');
    const gone = await client.get('model-versions/get', { name, version: '3' });
    expect(gone.status).toBe(404);
    expect(gone.body.error_code).toBe('RESOURCE_DOES_NOT_EXIST');
    const found = await client.get('model-versions/search', {
      filter: `name='${name}'`,
    });
    expect(
      found.body.model_versions.map((one: { version: string }) => one.version),
    ).toEqual(['2', '1']);
    expect((await removeByClient('3')).body.error_code).toBe(
      'RESOURCE_DOES_NOT_EXIST',
    );
    const next = await client.post('model-versions/create', {
      name,
      source: 's3://3',
    });
    expect(next.body.model_version.version).toBe('4');
  });

  it('take aliases along that no policy protects, and say which', async () => {
    const client = door.by('scientist');
    await client.post('registered-models/alias', {
      name,
      alias: 'candidate',
      version: '1',
    });
    expect((await remove('candidate')).status).toBe(200);
    const [event] = await knex('event').where({
      type: 'dev.understudy.version.deleted',
    });
    expect(JSON.parse(event.data)).toMatchObject({
      before: { aliases: ['candidate'] },
      reason: 'Wrong data',
    });
    expect(await knex('version_alias')).toEqual([]);
  });

  it('are refused while the version is assigned or its alias protected', async () => {
    await promote('1');
    const assigned = await remove('1');
    expect(assigned.status).toBe(409);
    expect(assigned.body.error.message).toContain("alias 'champion'");
    expect((await removeByClient('1')).status).toBe(403);
    await knex('version_alias').delete();
    const withoutAlias = await remove('1');
    expect(withoutAlias.status).toBe(409);
    expect(withoutAlias.body.error.message).toContain(
      `${MODEL}@1 is assigned to production · * now`,
    );
    expect(await tombstones()).toEqual([]);
  });

  it('are refused while a promotion wants the version', async () => {
    const { body } = await ask('1', 'production');
    expect(body.state).toBe('blocked');
    const refused = await remove('1');
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain(
      `The promotion '${body.id}' wants ${MODEL}@1 and is 'blocked'`,
    );
    const byClient = await removeByClient('1');
    expect(byClient.status).toBe(409);
    expect(byClient.body.error_code).toBe('RESOURCE_CONFLICT');
    await scientist().post(`/promotions/${body.id}/cancel`, {
      revision: body.revision,
    });
    expect((await remove('1')).status).toBe(200);
  });

  it('keep the version from being promoted or rolled back to', async () => {
    await promote('1');
    await promote('2');
    expect((await remove('1')).status).toBe(200);
    const asked = await ask('1', 'production');
    expect(asked.status).toBe(409);
    expect(asked.body.error.message).toContain(
      `${MODEL}@1 was deleted at ${door.world.clock.now.toISOString()}`,
    );
    for (const version of [undefined, '1']) {
      const back = await scientist().post(`/models/default/${name}/rollback`, {
        environment: 'production',
        version,
      });
      expect(back.status).toBe(409);
      expect(back.body.error.message).toContain("Version '1' was deleted");
    }
    expect((await evaluate('1')).status).toBe(409);
  });

  it('stand on the versions of a registered model that is deleted', async () => {
    const deleted = await door
      .by('scientist')
      .delete('registered-models/delete', { name });
    expect(deleted.status).toBe(200);
    expect(await tombstones()).toHaveLength(3);
  });
});
