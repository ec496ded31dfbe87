import { databases } from '../__testUtils__/migratedDatabase';
import { expectDescribed } from '../__testUtils__/expectDescribed';
import { as, person, service } from '../promotion/__testUtils__/as';
import { openDoor, portalModel } from './__testUtils__/openDoor';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('portal models on %s', id => {
  it('tells the catalog of models that nobody describes', async () => {
    const door = await openDoor(await databases.init(id), {
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
});
