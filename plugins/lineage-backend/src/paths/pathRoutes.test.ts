import { parseLineageNodeId } from '@understudy/plugin-lineage-common';
import { expectDescribed } from '../router/__testUtils__/expectDescribed';
import {
  datasetId,
  jobId,
  runEvent,
} from '../router/__testUtils__/sampleLineage';
import {
  connections,
  orders,
  score,
  someEntities,
  startWithSample,
} from '../router/__testUtils__/startWithSample';

jest.setTimeout(60_000);

function parseDatasetId(id: string): { namespace: string; name: string } {
  const name = parseLineageNodeId(id);
  if (name.kind === 'entity') {
    throw new Error(`${id} is no dataset`);
  }
  return name;
}

describe('routes about paths, fields and versions', () => {
  it('find how two things are connected, along the data or against it', async () => {
    const { user } = await startWithSample();
    const find = async (from: string, to: string) => {
      const path = await user.get(`/path?${new URLSearchParams({ from, to })}`);
      expect(path.status).toBe(200);
      expectDescribed('get', '/path', path);
      return path.body;
    };
    const along = await find(orders, score);
    expect(along).toMatchObject({
      from: orders,
      to: score,
      direction: 'downstream',
      environment: 'production',
      truncated: false,
      complete: true,
    });
    expect(connections(along)).toEqual(
      [
        `${orders} -> ${jobId('join')}`,
        `${datasetId('features')} -> ${jobId('train')}`,
        `${jobId('join')} -> ${datasetId('features')}`,
        `${jobId('train')} -> ${score}`,
      ].sort(),
    );
    expect(along.nodes.map(({ id }: { id: string }) => id)).toEqual([
      orders,
      jobId('join'),
      datasetId('features'),
      jobId('train'),
      score,
    ]);
    const against = await find(score, orders);
    expect(against.direction).toBe('upstream');
    expect(connections(against)).toEqual(connections(along));
    expect(await find(orders, orders)).toMatchObject({ nodes: [], edges: [] });
    const unknown = await user.get(`/path?from=${orders}&to=dataset:a/b`);
    expect(unknown.status).toBe(404);
  });

  it('find how they were connected at a time', async () => {
    const { service, user, waitUntilDrained } = await startWithSample();
    await service
      .post(
        '/api/v1/lineage',
        runEvent({
          job: 'shortcut',
          inputs: ['orders'],
          outputs: ['score'],
          time: '2026-03-08T04:00:00.000Z',
        }),
      )
      .expect(201);
    await waitUntilDrained();
    const findAt = async (asOf?: string) => {
      const path = await user.get(
        `/path?${new URLSearchParams({ from: orders, to: score, ...(asOf && { asOf }) })}`,
      );
      expect(path.status).toBe(200);
      expectDescribed('get', '/path', path);
      return path.body;
    };
    const shortcut = [
      `${orders} -> ${jobId('shortcut')}`,
      `${jobId('shortcut')} -> ${score}`,
    ].sort();
    expect(connections(await findAt())).toEqual(shortcut);
    expect((await findAt()).asOf).toBeUndefined();
    const before = await findAt('2026-03-02T00:00:00Z');
    expect(before.asOf).toBe('2026-03-02T00:00:00.000Z');
    expect(before.nodes.map(({ id }: { id: string }) => id)).toEqual([
      orders,
      jobId('join'),
      datasetId('features'),
      jobId('train'),
      score,
    ]);
    expect(connections(await findAt('2026-03-09'))).toEqual(shortcut);
    expect(await findAt('2026-02-01')).toMatchObject({ nodes: [], edges: [] });
  });

  it('keep what may not be seen on a path to themselves', async () => {
    const { user } = await startWithSample(someEntities(orders, score));
    const path = await user.get(`/path?from=${orders}&to=${score}`);
    expectDescribed('get', '/path', path);
    expect(connections(path.body)).toEqual([`${orders} ~> ${score}`]);
    expect(path.body.complete).toBe(false);
  });

  it('follow fields, and list what used a version', async () => {
    const { service, user, ...backend } = await startWithSample();
    const event = runEvent({ job: 'mart' });
    const { namespace } = parseDatasetId(datasetId('raw'));
    await service
      .post('/api/v1/lineage', {
        ...event,
        inputs: [
          {
            namespace,
            name: 'raw',
            facets: { version: { datasetVersion: '7' } },
          },
        ],
        outputs: [
          {
            namespace,
            name: 'mart',
            facets: {
              columnLineage: {
                fields: {
                  total: {
                    inputFields: [{ namespace, name: 'raw', field: 'price' }],
                  },
                },
              },
            },
          },
        ],
      })
      .expect(201);
    await backend.waitUntilDrained();
    const fields = await user.get(
      `/columns?${new URLSearchParams({ root: datasetId('raw'), field: 'price' })}`,
    );
    expectDescribed('get', '/columns', fields);
    expect(fields.body.edges).toEqual([
      {
        source: { node: datasetId('raw'), field: 'price' },
        target: { node: datasetId('mart'), field: 'total' },
        kind: 'direct',
      },
    ]);
    const graph = await user.get(
      `/graph?${new URLSearchParams({ root: datasetId('raw'), depth: '1' })}`,
    );
    expectDescribed('get', '/graph', graph);
    expect(graph.body.nodes).toContainEqual(
      expect.objectContaining({ id: datasetId('raw'), version: '7' }),
    );
    expect(graph.body.edges).toContainEqual(
      expect.objectContaining({ target: jobId('mart'), version: '7' }),
    );
    const runs = await user.get(
      `/runs?${new URLSearchParams({ used: `${datasetId('raw')}@7` })}`,
    );
    expectDescribed('get', '/runs', runs);
    expect(runs.body.items).toMatchObject([
      {
        job: { id: jobId('mart') },
        outputs: [{ id: datasetId('mart'), consumers: [] }],
      },
    ]);
  });
});
