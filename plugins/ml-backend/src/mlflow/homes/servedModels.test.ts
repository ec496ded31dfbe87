import { ServiceUnavailableError } from '@backstage/errors';
import { RegistryRefusedError } from '@understudy/plugin-ml-node';
import { Knex } from 'knex';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { modelEntity } from '../../__testUtils__/modelEntity';
import { seedVersions } from '../../__testUtils__/seedVersions';
import { sourceVersion } from '../../__testUtils__/FakeVersionSource';
import { as, person } from '../../promotion/__testUtils__/as';
import {
  createWorld,
  MODEL,
} from '../../promotion/__testUtils__/startPromotions';
import { expectMlflowDescribed } from '../__testUtils__/expectMlflowDescribed';
import { FakeHome } from '../__testUtils__/FakeHome';
import { openDoor } from '../__testUtils__/openDoor';

jest.setTimeout(120_000);

const POLICY = `
apiVersion: understudy.dev/v1alpha1
kind: PromotionPolicy
metadata: {name: standard}
spec:
  stages:
    - name: production
      kind: serve
      steps:
        - id: alias
          uses: registry:set-alias
          with:
            aliases:
              - {keys: [], template: champion}
`;

describe.each(databases.eachSupportedId())('served models on %s', id => {
  let knex: Knex;
  let door: Awaited<ReturnType<typeof openDoor>>;
  let home: FakeHome;
  const name = 'parcels';

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    const world = createWorld();
    home = new FakeHome('us', () => world.clock.now);
    door = await openDoor(knex, {
      world,
      policy: POLICY,
      sources: [home],
      entities: [
        modelEntity('parcels', { spec: { home: 'us' } }),
        modelEntity('others', {
          spec: { home: 'us' },
          owner: 'group:default/model-risk',
        }),
      ],
    });
    home.versions.push(sourceVersion('1', { artifactUri: 's3://1' }));
    for (const model of [name, 'others']) {
      await seedVersions(knex, {
        model,
        server: 'us',
        versions: [sourceVersion('1', { artifactUri: 's3://1' })],
      });
    }
  });

  afterEach(async () => {
    await door.stop();
  });

  const create = async (fields: object = {}, who = 'scientist') =>
    await door
      .by(who)
      .post('model-versions/create', { name, source: 's3://2', ...fields });
  const version = async (number = '2') =>
    (
      await door
        .by('scientist')
        .get('model-versions/get', { name, version: number })
    ).body.model_version;

  it('registers a version at the server, with who it was', async () => {
    const { status, body } = await create({
      run_id: 'run2',
      description: 'The second',
      tags: [{ key: 'size', value: 'small' }],
    });
    expect(status).toBe(200);
    expect(body.model_version).toMatchObject({
      name,
      version: '2',
      source: 's3://2',
      run_id: 'run2',
      user_id: 'user:default/scientist',
      description: 'The second',
      tags: [{ key: 'size', value: 'small' }],
    });
    expect(home.versions).toHaveLength(2);
    expect(
      await knex('version').where({ record_version: '2' }).first(),
    ).toMatchObject({
      label: expect.stringContaining('2'),
      source_type: 'fake',
      registered_by: 'user:default/scientist',
      claimed_author: null,
    });
    expect((await door.ledger()).slice(-1)).toEqual([
      'dev.understudy.version.registered',
    ]);
  });

  it('keeps what a service says of the author as a claim', async () => {
    const { body } = await door.byService().post('model-versions/create', {
      name,
      source: 's3://2',
      tags: [{ key: 'understudy.dev/author', value: 'user:default/lead' }],
    });
    expect(body.model_version.version).toBe('2');
    expect(
      await knex('version').where({ record_version: '2' }).first(),
    ).toMatchObject({
      registered_by: expect.not.stringContaining('user:'),
      claimed_author: 'user:default/lead',
    });
  });

  it('writes nothing down that the server does not accept', async () => {
    home.trouble = new RegistryRefusedError('Too many of them', {
      status: 420,
      code: 'REQUEST_LIMIT_EXCEEDED',
    });
    const refused = await create();
    expect(refused.status).toBe(400);
    expectMlflowDescribed('post', 'model-versions/create', refused);
    expect(refused.body).toEqual({
      error_code: 'REQUEST_LIMIT_EXCEEDED',
      message: 'Too many of them',
    });
    home.trouble = new ServiceUnavailableError('Registry us: no answer');
    const scientist = door.by('scientist');
    for (const answer of [
      await create(),
      await scientist.delete('model-versions/delete', { name, version: '1' }),
      await scientist.post('registered-models/alias', {
        name,
        alias: 'candidate',
        version: '1',
      }),
    ]) {
      expect(answer.status).toBe(503);
      expect(answer.body).toEqual({
        error_code: 'TEMPORARILY_UNAVAILABLE',
        message: 'Registry us: no answer',
      });
    }
    expect(await version('2')).toBeUndefined();
    expect((await version('1')).aliases).toEqual([]);
    expect(await door.ledger()).toEqual([]);
  });

  it('changes descriptions and tags there and here', async () => {
    const scientist = door.by('scientist');
    const changed = await scientist.patch('model-versions/update', {
      name,
      version: '1',
      description: 'Other words',
    });
    expect(changed.body.model_version.description).toBe('Other words');
    await scientist.post('model-versions/set-tag', {
      name,
      version: '1',
      key: 'size',
      value: 'small',
    });
    expect((await version('1')).tags).toEqual([
      { key: 'size', value: 'small' },
    ]);
    await scientist.delete('model-versions/delete-tag', {
      name,
      version: '1',
      key: 'size',
    });
    expect((await version('1')).tags).toEqual([]);
    const model = await scientist.patch('registered-models/update', {
      name,
      description: 'Kilograms',
    });
    expect(model.body.registered_model.description).toBe('Kilograms');
    await scientist.post('registered-models/set-tag', {
      name,
      key: 'owner',
      value: 'payments-fraud',
    });
    expect(home.tags).toEqual(new Map([['owner', 'payments-fraud']]));
    await scientist.delete('registered-models/delete-tag', {
      name,
      key: 'owner',
    });
    expect(home.tags.size).toBe(0);
  });

  it('moves free aliases there, and keeps their history', async () => {
    await create();
    const scientist = door.by('scientist');
    const alias = 'candidate';
    for (const number of ['1', '2']) {
      const { status } = await scientist.post('registered-models/alias', {
        name,
        alias,
        version: number,
      });
      expect(status).toBe(200);
    }
    expect(home.aliasesSet.get(alias)).toBe('2');
    expect((await version()).aliases).toEqual([alias]);
    await scientist.delete('registered-models/alias', { name, alias });
    expect(home.aliasesSet.size).toBe(0);
    expect(
      await knex('alias_change').orderBy('id').select('via', 'changed_by'),
    ).toEqual(
      Array.from({ length: 3 }, () => ({
        via: 'client',
        changed_by: 'user:default/scientist',
      })),
    );
  });

  it('asks the server for nothing that a policy decides', async () => {
    const refused = await door.by('scientist').post('registered-models/alias', {
      name,
      alias: 'champion',
      version: '1',
    });
    expect(refused.status).toBe(403);
    expect(refused.body.message).toContain('promotion of version 1');
    expect(home.calls).toEqual([]);
  });

  it('deletes a version there, and marks it as gone here', async () => {
    const { status } = await door
      .by('scientist')
      .delete('model-versions/delete', { name, version: '1' });
    expect(status).toBe(200);
    expect(home.versions).toEqual([]);
    expect(await version('1')).toBeUndefined();
    expect(await knex('version_tombstone').first()).toMatchObject({
      deleted_by: 'user:default/scientist',
      reason: "Deleted at 'Registry us' by a client of MLflow",
    });
  });

  it('asks for the right to change the model', async () => {
    const answer = await create({ name: 'others' });
    expect(answer.status).toBe(403);
    expect(answer.body.error_code).toBe('PERMISSION_DENIED');
    expect(home.calls).toEqual([]);
  });

  it('rolls back at the server what is pointed back', async () => {
    const { knex: db, world } = door;
    const [model] = world.entities;
    model.spec = { ...model.spec, home: 'eu' };
    await db('version')
      .whereIn('id', Object.values(door.versions))
      .update({ record_number: db.raw('CAST(record_version AS INTEGER)') });
    for (const promoted of ['41', '44']) {
      await as(door.app, person('scientist')).post('/promotions', {
        model: MODEL,
        version: promoted,
        stage: 'production',
      });
      await door.settle();
      door.advance(60);
    }
    door.feature.worker.start();
    const move = async (number: string) =>
      await door.by('scientist').post('registered-models/alias', {
        name: 'fraud_score',
        alias: 'champion',
        version: number,
      });
    expect((await move('42')).status).toBe(409);
    expect((await move('41')).status).toBe(200);
    expect(world.registry.state.get('champion')).toBe('41');
    expect(world.registry.writes).toEqual([
      'champion=41',
      'champion=44',
      'champion=41',
    ]);
  });
});
