import { parseAllDocuments } from 'yaml';
import { expectDescribed } from '../router/__testUtils__/expectDescribed';
import {
  datasetId,
  entity,
  jobId,
  sampleEntities,
} from '../router/__testUtils__/sampleLineage';
import { TestBackendOptions } from '../router/__testUtils__/startLineageBackend';
import {
  orders,
  startWithSample,
} from '../router/__testUtils__/startWithSample';

jest.setTimeout(60_000);

const group = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'data', namespace: 'default' },
};

/** As the sample, with a team and a dataset of nearly the name of one that is observed. */
async function startWithTeam(options: TestBackendOptions = {}) {
  const backend = await startWithSample({
    entities: [...sampleEntities, group, entity('Dataset', 'Customer')],
    ...options,
  });
  await backend.service
    .post('/api/v1/lineage', {
      eventTime: '2026-03-02T04:00:00Z',
      producer: 'https://example.com/warehouse',
      schemaURL:
        'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/DatasetEvent',
      dataset: {
        namespace: 'postgres://dwh:5432',
        name: 'customers',
        facets: Object.fromEntries(
          Object.entries({
            schema: { fields: [{ name: 'id', type: 'int8' }] },
            ownership: { owners: [{ name: 'nobody' }, { name: 'team:data' }] },
            documentation: { description: 'All customers' },
          }).map(([name, facet]) => [
            name,
            {
              _producer: 'https://example.com/warehouse',
              _schemaURL: `https://openlineage.io/spec/facets/${name}.json`,
              ...facet,
            },
          ]),
        ),
      },
    })
    .expect(201);
  await backend.waitUntilDrained();
  return backend;
}

describe('routes about what is not in the catalog', () => {
  it('list it, page by page', async () => {
    const { user } = await startWithTeam();
    const first = await user.get('/unmapped?sort=name&limit=4');
    expect(first.status).toBe(200);
    expectDescribed('get', '/unmapped', first);
    const next = encodeURIComponent(first.body.nextCursor);
    const second = await user.get(`/unmapped?sort=name&limit=4&cursor=${next}`);
    expectDescribed('get', '/unmapped', second);
    expect(second.body.nextCursor).toBeUndefined();
    expect(
      [...first.body.items, ...second.body.items].map(
        ({ id }: { id: string }) => id,
      ),
    ).toEqual([
      datasetId('customers'),
      datasetId('features'),
      jobId('join'),
      jobId('load'),
      jobId('publish'),
      datasetId('raw'),
      jobId('train'),
    ]);
    expect(first.body.total).toBe(7);
    expect(first.body.items[0]).toEqual({
      id: datasetId('customers'),
      kind: 'dataset',
      namespace: 'postgres://dwh:5432',
      name: 'customers',
      environment: 'production',
      upstream: 0,
      downstream: 1,
      owners: ['nobody', 'team:data'],
      firstSeen: '2026-03-01T04:00:00.000Z',
      lastSeen: '2026-03-02T04:00:00.000Z',
    });
    const found = await user.get(
      '/unmapped?kind=dataset&environment=production&text=CUST&sort=connections',
    );
    expect(found.body.items).toMatchObject([{ name: 'customers' }]);
    const none = await user.get('/unmapped?environment=test');
    expect(none.body).toEqual({ items: [], total: 0 });
  });

  it('draft entities for it', async () => {
    const { user } = await startWithTeam();
    const draft = await user.post('/unmapped/draft', {
      ids: [datasetId('customers'), jobId('join'), datasetId('customers')],
    });
    expect(draft.status).toBe(200);
    expectDescribed('post', '/unmapped/draft', draft);
    expect(draft.body.items).toEqual([
      {
        id: datasetId('customers'),
        entityRef: 'dataset:default/customers',
        owner: 'group:default/data',
        similar: ['dataset:default/customer'],
      },
      { id: jobId('join'), entityRef: 'component:default/join', similar: [] },
    ]);
    expect(
      parseAllDocuments(draft.body.yaml).map(document => document.toJS()),
    ).toEqual([
      {
        apiVersion: 'understudy.dev/v1alpha1',
        kind: 'Dataset',
        metadata: { name: 'customers', description: 'All customers' },
        spec: {
          type: 'table',
          lifecycle: 'production',
          owner: 'group:default/data',
          fields: [{ name: 'id', type: 'int8' }],
          physical: [
            {
              role: 'offline',
              platform: 'postgres',
              namespace: 'postgres://dwh:5432',
              name: 'customers',
              environment: 'production',
            },
          ],
        },
      },
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'join',
          annotations: {
            'understudy.dev/openlineage-jobs': 'airflow/join',
          },
        },
        spec: { type: 'job', lifecycle: 'production', owner: 'unknown' },
      },
    ]);
    for (const id of [datasetId('orders'), orders, jobId('unknown')]) {
      const refused = await user.post('/unmapped/draft', {
        ids: [jobId('join'), id],
      });
      expect(refused.status).toBe(400);
      expectDescribed('post', '/unmapped/draft', refused);
      expect(refused.body.error.message).toContain(`'${id}'`);
    }
  });

  it('draft datasets as the portal wants them', async () => {
    const { user } = await startWithTeam({
      config: { lineage: { drafts: { datasetKind: 'Resource' } } },
    });
    const { body } = await user.post('/unmapped/draft', {
      ids: [datasetId('raw')],
    });
    expect(body.items[0].entityRef).toBe('resource:default/raw');
    expect(body.yaml).toContain('owner: unknown');
  });

  it('name no owner and no entity that the caller may not see', async () => {
    const { user } = await startWithTeam({
      decide: permission => permission !== 'catalog.entity.read',
    });
    const { body } = await user.post('/unmapped/draft', {
      ids: [datasetId('customers')],
    });
    expect(body.items).toEqual([
      {
        id: datasetId('customers'),
        entityRef: 'dataset:default/customers',
        similar: [],
      },
    ]);
    expect(body.yaml).not.toContain('group:');
  });

  it('are for those who may see what belongs to no entity', async () => {
    const { user } = await startWithSample({
      decide: permission => permission !== 'lineage.node.read',
    });
    const list = await user.get('/unmapped');
    const draft = await user.post('/unmapped/draft', { ids: [jobId('join')] });
    for (const answer of [list, draft]) {
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toContain("'lineage.node.read'");
    }
    expectDescribed('get', '/unmapped', list);
    expectDescribed('post', '/unmapped/draft', draft);
  });
});
