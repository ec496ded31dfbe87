import { toPortalModel } from '@understudy/plugin-ml-node';
import { Knex } from 'knex';
import { as, person, service } from '../promotion/__testUtils__/as';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { expectMlflowDescribed } from './__testUtils__/expectMlflowDescribed';
import { openDoor, portalModel } from './__testUtils__/openDoor';
import { CredentialedCaller } from './access/CredentialedCaller';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('registered models on %s', id => {
  let knex: Knex;
  let door: Awaited<ReturnType<typeof openDoor>>;

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    door = await openDoor(knex, {
      entities: [
        portalModel('gift-wrap'),
        portalModel('other-team', 'group:default/model-risk'),
      ],
    });
  });

  afterEach(async () => {
    await door.stop();
  });

  const tokenOf = async (who: string): Promise<string> =>
    (await as(door.app, person(who)).post('/registry-tokens', { name: 'test' }))
      .body.token;

  it('registers a model that nobody knows, for the team of the person', async () => {
    const created = await door
      .by('scientist')
      .post('registered-models/create', {
        name: 'Parcel Weight (v2)',
        description: 'In kilograms',
        tags: [{ key: 'type', value: 'regressor' }],
      });
    expect(created.status).toBe(200);
    expectMlflowDescribed('post', 'registered-models/create', created);
    expect(created.body.registered_model).toMatchObject({
      name: 'Parcel Weight (v2)',
      description: 'In kilograms',
      user_id: 'user:default/scientist',
      tags: [{ key: 'type', value: 'regressor' }],
      latest_versions: [],
    });
    const [own] = await knex('portal_record');
    expect(own).toMatchObject({
      owner: 'group:default/payments-fraud',
      entity_name: expect.stringMatching(/^Parcel-Weight--v2-[0-9a-f]{8}$/),
    });
    expect(await door.ledger()).toEqual(['dev.understudy.record.created']);
  });

  it('says that a name is taken', async () => {
    const scientist = door.by('scientist');
    await scientist.post('registered-models/create', { name: 'parcels' });
    for (const name of ['parcels', 'gift-wrap', 'fraud_score', 'other-team']) {
      const again = await scientist.post('registered-models/create', { name });
      expect(again.status).toBe(400);
      expect(again.body.error_code).toBe('RESOURCE_ALREADY_EXISTS');
      expect(again.body.message).toContain(name);
    }
  });

  it('tells models apart whose names differ in case only', async () => {
    const scientist = door.by('scientist');
    for (const name of ['Parcels', 'parcels']) {
      const { status } = await scientist.post('registered-models/create', {
        name,
      });
      expect(status).toBe(200);
    }
    const names = await knex('portal_record')
      .orderBy('record_id')
      .pluck('entity_name');
    expect(names).toEqual([
      'Parcels',
      expect.stringMatching(/^parcels-[0-9a-f]{8}$/),
    ]);
  });

  it('shows a model until the catalog knows it to its owners only', async () => {
    await door
      .by('scientist')
      .post('registered-models/create', { name: 'new' });
    expect(
      (await door.by('scientist').get('registered-models/get', { name: 'new' }))
        .status,
    ).toBe(200);
    const stranger = await door
      .by('stranger')
      .get('registered-models/get', { name: 'new' });
    expect(stranger.status).toBe(404);
    expect(stranger.body.error_code).toBe('RESOURCE_DOES_NOT_EXIST');
  });

  it('keeps seeing a model while the catalog comes to hold it', async () => {
    await door
      .by('scientist')
      .post('registered-models/create', { name: 'new' });
    // The first look is too early, the second is not.
    const emitted = portalModel('new');
    jest
      .spyOn(CredentialedCaller.prototype, 'findReadable')
      .mockImplementationOnce(async () => {
        door.world.entities.push(emitted);
        return new Map();
      });
    const { status } = await door
      .by('scientist')
      .post('model-versions/create', { name: 'new', source: 's3://a' });
    expect(status).toBe(200);
    jest.restoreAllMocks();
  });

  it('changes what may change, and writes all of it down', async () => {
    const scientist = door.by('scientist');
    const name = 'gift-wrap';
    await scientist.post('registered-models/set-tag', {
      name,
      key: 'a.b',
      value: '1',
    });
    await scientist.post('registered-models/set-tag', {
      name,
      key: 'a.b',
      value: '2',
    });
    await scientist.post('registered-models/set-tag', { name, key: 'empty' });
    await scientist.delete('registered-models/delete-tag', {
      name,
      key: 'empty',
    });
    const { status } = await scientist.patch('registered-models/update', {
      name,
      description: 'Wraps',
    });
    expect(status).toBe(200);
    const { body } = await scientist.get('registered-models/get', { name });
    expect(body.registered_model).toMatchObject({
      name,
      description: 'Wraps',
      tags: [{ key: 'a.b', value: '2' }],
    });
    expect(await door.ledger()).toEqual([
      'dev.understudy.record.created',
      'dev.understudy.record.tagged',
      'dev.understudy.record.tagged',
      'dev.understudy.record.tagged',
      'dev.understudy.record.tagged',
      'dev.understudy.record.updated',
    ]);
  });

  it('renames the record and leaves the Model alone', async () => {
    const scientist = door.by('scientist');
    await scientist.post('model-versions/create', {
      name: 'gift-wrap',
      source: 's3://a',
    });
    const renamed = await scientist.post('registered-models/rename', {
      name: 'gift-wrap',
      new_name: 'Gift Wrap',
    });
    expect(renamed.body.registered_model).toMatchObject({ name: 'Gift Wrap' });
    const [subject] = await knex('subject').where({
      ref: 'model:default/gift-wrap',
    });
    const [version] = await knex('version').where({ source_type: 'portal' });
    expect(version.subject_id).toBe(subject.id);
    const old = await scientist.get('registered-models/get', {
      name: 'gift-wrap',
    });
    expect(old.status).toBe(404);
    const taken = await scientist.post('registered-models/rename', {
      name: 'Gift Wrap',
      new_name: 'fraud_score',
    });
    expect(taken.body.error_code).toBe('RESOURCE_ALREADY_EXISTS');
  });

  it('deletes nothing: numbers go on after the model is registered again', async () => {
    const scientist = door.by('scientist');
    const name = 'parcels';
    await scientist.post('registered-models/create', { name });
    await scientist.post('model-versions/create', { name, source: 's3://a' });
    expect(
      (await scientist.delete('registered-models/delete', { name })).status,
    ).toBe(200);
    expect(
      (await scientist.get('registered-models/get', { name })).status,
    ).toBe(404);
    const stolen = await door
      .by('risk-officer')
      .post('registered-models/create', { name });
    expect(stolen.body.error_code).toBe('RESOURCE_ALREADY_EXISTS');
    expect(
      (await scientist.post('registered-models/create', { name })).status,
    ).toBe(200);
    const { body } = await scientist.post('model-versions/create', {
      name,
      source: 's3://b',
    });
    expect(body.model_version.version).toBe('2');
    expect(await knex('version').where({ source_type: 'portal' })).toHaveLength(
      2,
    );
  });

  it('is gone at once, although the catalog takes a moment', async () => {
    const scientist = door.by('scientist');
    const name = 'parcels';
    await scientist.post('registered-models/create', { name });
    const [model] = (await as(door.app, service()).get('/portal-models')).body
      .items;
    door.world.entities.push({
      ...toPortalModel(model),
      relations: [{ type: 'ownedBy', targetRef: model.owner }],
    });
    expect(
      (await scientist.get('registered-models/get', { name })).status,
    ).toBe(200);
    await scientist.delete('registered-models/delete', { name });
    expect(
      (await scientist.get('registered-models/get', { name })).status,
    ).toBe(404);
  });

  it('lets nobody but the owner change a model', async () => {
    const name = 'gift-wrap';
    const attempts = [
      await door
        .by('stranger')
        .post('model-versions/create', { name, source: 's3://a' }),
      await door
        .by('stranger')
        .post('registered-models/set-tag', { name, key: 'a', value: 'b' }),
      await door.by('stranger').delete('registered-models/delete', { name }),
    ];
    for (const { status, body } of attempts) {
      expect(status).toBe(403);
      expect(body.error_code).toBe('PERMISSION_DENIED');
      expect(body.message).toContain('group:default/payments-fraud');
    }
    expect(await door.ledger()).toEqual([]);
  });

  it('needs the permission besides', async () => {
    door.world.permissions.denied
      .add('ml.version.register')
      .add('ml.model.register');
    const scientist = door.by('scientist');
    for (const answer of [
      await scientist.post('model-versions/create', {
        name: 'gift-wrap',
        source: 's3://a',
      }),
      await scientist.post('registered-models/create', { name: 'new' }),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.body.message).toMatch(/ml\.(version|model)\.register/);
    }
  });

  it('takes an owner only from the groups of the person', async () => {
    const tags = [{ key: 'owner', value: 'model-risk' }];
    const refused = await door
      .by('scientist')
      .post('registered-models/create', { name: 'theirs', tags });
    expect(refused.status).toBe(400);
    expect(refused.body.message).toContain('group:default/model-risk');
    const { status } = await door
      .byService()
      .post('registered-models/create', { name: 'theirs', tags });
    expect(status).toBe(200);
    expect(await knex('portal_record').pluck('owner')).toEqual([
      'group:default/model-risk',
    ]);
  });

  it('reads what a registry server holds, and names it for changes', async () => {
    door.world.entities[0] = {
      ...door.world.entities[0],
      spec: {
        type: 'classifier',
        lifecycle: 'production',
        registries: [{ server: 'eu', name: 'fraud_score' }],
      },
    };
    await knex('version').update({
      record_number: knex.raw('CAST(record_version AS INTEGER)'),
    });
    const scientist = door.by('scientist');
    const read = await scientist.get('model-versions/get', {
      name: 'fraud_score',
      version: '42',
    });
    expect(read.body.model_version).toMatchObject({
      name: 'fraud_score',
      version: '42',
    });
    const changed = await scientist.post('model-versions/create', {
      name: 'fraud_score',
      source: 's3://a',
    });
    expect(changed.status).toBe(409);
    expect(changed.body).toMatchObject({
      error_code: 'RESOURCE_CONFLICT',
      message: expect.stringContaining("the registry 'eu'"),
    });
  });

  it('gives nobody a name that means something to others', async () => {
    const scientist = door.by('scientist');
    await scientist.post('registered-models/create', { name: 'parcels' });
    // Neither the record of the server nor the Model is theirs to see.
    door.world.entities.splice(0, 1);
    for (const name of ['fraud_score', 'other-team']) {
      for (const answer of [
        await door
          .byToken(await tokenOf('scientist'))
          .post('registered-models/create', { name }),
        await scientist.post('registered-models/rename', {
          name: 'parcels',
          new_name: name,
        }),
      ]) {
        expect(answer.body.error_code).toBe('RESOURCE_ALREADY_EXISTS');
      }
    }
  });

  it('says that a name of ours has become that of a server too', async () => {
    await door
      .by('scientist')
      .post('registered-models/create', { name: 'parcels' });
    await knex('registry_record')
      .where({ server: 'eu' })
      .update({ name: 'parcels' });
    const { status, body } = await door
      .by('scientist')
      .get('registered-models/get', { name: 'parcels' });
    expect(status).toBe(409);
    expect(body.message).toContain("record 'parcels' of 'eu'");
    expect(body.message).toContain("record 'parcels' of 'portal'");
  });

  it('names the candidates of a name that may mean several models', async () => {
    door.world.entities.push({
      ...portalModel('gift-wrap'),
      metadata: { name: 'gift-wrap', namespace: 'toys' },
    });
    const { status, body } = await door
      .by('scientist')
      .get('registered-models/get', { name: 'gift-wrap' });
    expect(status).toBe(409);
    expect(body.message).toContain('model:default/gift-wrap');
    expect(body.message).toContain('model:toys/gift-wrap');
  });
});
