import { expectDescribed } from '../router/__testUtils__/expectDescribed';
import {
  orders,
  report,
  someEntities,
  startWithSample,
} from '../router/__testUtils__/startWithSample';
import { TestBackendOptions } from '../router/__testUtils__/startLineageBackend';

jest.setTimeout(60_000);

/** As the sample, with the schemas of two datasets. */
async function startWithSchemas(options: TestBackendOptions = {}) {
  const backend = await startWithSample(options);
  const origin = {
    _producer: 'https://example.com/warehouse',
    _schemaURL: 'https://openlineage.io/spec/facets/1-1-1/schema.json',
  };
  for (const name of ['orders', 'report']) {
    await backend.service
      .post('/api/v1/lineage', {
        eventTime: '2026-03-02T04:00:00Z',
        producer: 'https://example.com/warehouse',
        schemaURL:
          'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/DatasetEvent',
        dataset: {
          namespace: 'postgres://dwh:5432',
          name,
          facets: {
            schema: { ...origin, fields: [{ name: 'id', type: 'int8' }] },
          },
        },
      })
      .expect(201);
  }
  await backend.waitUntilDrained();
  return backend;
}

describe('GET /schemas', () => {
  it('tells services the schemas of all entities, and then what changes', async () => {
    const { service } = await startWithSchemas();
    const all = await service.get('/schemas?limit=1');
    expectDescribed('get', '/schemas', all);
    expect(all.body.more).toBe(true);
    const rest = await service.get(`/schemas?cursor=${all.body.cursor}`);
    expectDescribed('get', '/schemas', rest);
    expect(
      [...all.body.items, ...rest.body.items]
        .map(item => item.entityRef)
        .sort(),
    ).toEqual([orders, report]);
    expect(rest.body.items[0].schemas).toMatchObject([
      {
        namespace: 'postgres://dwh:5432',
        environment: 'production',
        observedAt: '2026-03-02T04:00:00.000Z',
        facet: { fields: [{ name: 'id', type: 'int8' }] },
      },
    ]);
    const none = await service.get(`/schemas?cursor=${rest.body.cursor}`);
    expect(none.body).toEqual({
      items: [],
      cursor: rest.body.cursor,
      more: false,
    });
  });

  it('tells users of what they may read', async () => {
    const { user, service } = await startWithSchemas(someEntities(report));
    const both = `/schemas?entities=${orders},${report}`;
    const seen = await user.get(both);
    expectDescribed('get', '/schemas', seen);
    expect(seen.body.items).toMatchObject([{ entityRef: report }]);
    expect((await service.get(both)).body.items).toHaveLength(2);
    const all = await user.get('/schemas');
    expect(all.body.items).toMatchObject([{ entityRef: report }]);
  });

  it('tells nothing to whom nothing is allowed', async () => {
    const { service, nobody } = await startWithSchemas({
      decide: permission => permission !== 'catalog.entity.read',
    });
    expect((await service.get('/schemas')).body.items).toEqual([]);
    expect((await nobody.get('/schemas')).status).toBe(401);
  });

  it.each([
    ['entities=dataset', "entities: 'dataset' is no entity ref"],
    [`entities=${orders}&limit=3`, "limit does not go with 'entities'"],
    [
      `entities=${Array.from({ length: 51 }, (_, i) => `api:a${i}`).join()}`,
      'at most 50',
    ],
    ['cursor=WyJhIiwiYiJd', 'was not given by this list'],
    ['limit=201', 'limit'],
    ['color=red', 'color'],
  ])('refuses %s', async (query, message) => {
    const { user } = await startWithSample();
    const refused = await user.get(`/schemas?${query}`);
    expect(refused.status).toBe(400);
    expectDescribed('get', '/schemas', refused);
    expect(refused.body.error.message).toContain(message);
  });
});
