import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { expectDescribed } from '../__testUtils__/expectDescribed';
import { as, person, service } from '../promotion/__testUtils__/as';
import { openDoor, portalModel } from './__testUtils__/openDoor';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('portal models on %s', id => {
  it('tells the catalog of models that nobody describes', async () => {
    const door = await openDoor(await migratedDatabase(id), {
      entities: [portalModel('gift-wrap')],
    });
    const scientist = door.by('scientist');
    await scientist.post('registered-models/create', {
      name: 'Parcels (v2)',
      description: 'Kilograms',
      tags: [
        { key: 'type', value: 'regressor' },
        { key: 'secret', value: 'of ours' },
      ],
    });
    await scientist.post('registered-models/create', { name: 'gone' });
    await scientist.delete('registered-models/delete', { name: 'gone' });
    await scientist.post('model-versions/create', {
      name: 'gift-wrap',
      source: 's3://a',
    });

    const answer = await as(door.app, service()).get('/portal-models');
    expectDescribed('get', '/portal-models', answer);
    expect(answer.body).toEqual({
      items: [
        {
          name: 'Parcels (v2)',
          kind: 'model',
          namespace: 'default',
          entityName: expect.stringMatching(/^Parcels--v2-[0-9a-f]{8}$/),
          owner: 'group:default/payments-fraud',
          description: 'Kilograms',
          tags: [{ key: 'type', value: 'regressor' }],
        },
      ],
    });
    expect(door.world.events.publish).toHaveBeenCalledWith({
      topic: 'ml.portal-models',
      eventPayload: {},
    });
    expect(
      (await as(door.app, person('scientist')).get('/portal-models')).status,
    ).toBe(403);
    await door.stop();
  });

  it('keeps record and versions of a Model that a file takes over', async () => {
    const door = await openDoor(await migratedDatabase(id));
    const scientist = door.by('scientist');
    const name = 'Parcels';
    await scientist.post('registered-models/create', { name });
    await scientist.post('model-versions/create', { name, source: 's3://1' });
    const before = await door.knex('version').where({ label: '1' }).first();
    const [{ entityName }] = (
      await as(door.app, service()).get('/portal-models')
    ).body.items;
    // The team describes it, under the name that the catalog was told.
    door.world.entities.push(portalModel(entityName));

    const next = await scientist.post('model-versions/create', {
      name,
      source: 's3://2',
    });
    expect(next.body.model_version).toMatchObject({ name, version: '2' });
    const records = await door
      .knex('registry_record')
      .where({ server: 'portal' });
    expect(records).toMatchObject([
      { name, subject_id: before.subject_id, gone_since: null },
    ]);
    expect(
      await door.knex('subject').where({ id: before.subject_id }).first(),
    ).toMatchObject({
      ref: `model:default/${entityName.toLowerCase()}`,
      deleted_at: null,
    });
    expect(
      await door
        .knex('version')
        .where({ record_id: records[0].id })
        .orderBy('label')
        .pluck('subject_id'),
    ).toEqual([before.subject_id, before.subject_id]);
    expect(
      (await scientist.get('model-versions/get', { name, version: '1' })).body
        .model_version,
    ).toMatchObject({ source: 's3://1' });
    await door.stop();
  });
});
