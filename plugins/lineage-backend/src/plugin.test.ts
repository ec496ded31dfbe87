import { lineagePermissions } from '@understudy/plugin-lineage-common';
import { LineageEntityName } from '@understudy/plugin-lineage-node';
import { expectDescribed } from './router/__testUtils__/expectDescribed';
import {
  datasetId,
  jobId,
  runEvent,
  runIdOf,
} from './router/__testUtils__/sampleLineage';
import { startLineageBackend } from './router/__testUtils__/startLineageBackend';
import {
  connections,
  orders,
  report,
  score,
  someEntities,
  startWithSample,
} from './router/__testUtils__/startWithSample';

jest.setTimeout(60_000);

describe('lineage backend', () => {
  it('draws what was sent, under the names of the catalog', async () => {
    const { user, lookedUp } = await startWithSample();
    const graph = await user.get(`/graph?root=${orders}`);
    expect(graph.status).toBe(200);
    expectDescribed('get', '/graph', graph);
    expect(graph.body).toMatchObject({
      root: orders,
      truncated: false,
      complete: true,
    });
    expect(connections(graph.body)).toEqual([
      `${orders} -> ${jobId('join')}`,
      `${datasetId('raw')} -> ${jobId('load')}`,
      `${jobId('join')} -> ${datasetId('features')}`,
      `${jobId('load')} -> ${orders}`,
    ]);
    expect(
      graph.body.nodes.find(({ id }: { id: string }) => id === jobId('join')),
    ).toMatchObject({
      distance: { downstream: 1 },
      hidden: { upstream: 1, downstream: 0 },
      lastRun: { id: runIdOf('join'), state: 'complete' },
    });
    // Where everything may be read, nobody is looked up.
    expect(lookedUp).toEqual([]);

    const models = await user.get(
      `/graph?root=${orders}&direction=downstream&downstreamDepth=1&kinds=model`,
    );
    expectDescribed('get', '/graph', models);
    expect(models.body.edges).toEqual([
      { source: orders, target: score, origin: 'observed', via: 3 },
    ]);
    const one = await user.get(`/graph?root=${orders}&limit=1`);
    expect(one.body).toMatchObject({
      nodes: [{ hidden: { upstream: 1, downstream: 1 } }],
      truncated: true,
    });
  });

  it('takes ids of names, also when they are percent-encoded', async () => {
    const { user } = await startWithSample();
    for (const id of [datasetId('orders'), orders, 'Dataset:orders']) {
      const graph = await user.get(
        `/graph?${new URLSearchParams({ root: id, depth: '0' })}`,
      );
      expect([id, graph.body.root]).toEqual([id, orders]);
      const node = await user.get(`/nodes/${encodeURIComponent(id)}`);
      expectDescribed('get', '/nodes/{id}', node);
      expect(node.body).toMatchObject({
        node: { id: orders },
        names: [{ name: 'orders', role: 'offline', environment: 'production' }],
        runs: [{ id: runIdOf('load') }],
      });
    }
    const job = await user.get(
      `/nodes/${encodeURIComponent(`${jobId('join')}#ns/output`)}`,
    );
    expect(job.body.node.id).toBe(jobId('join'));
  });

  it('walks through what a user may not see without naming it', async () => {
    const { user, sent } = await startWithSample(someEntities(orders, report));
    const graph = await user.get(`/graph?root=${orders}`);
    expectDescribed('get', '/graph', graph);
    expect(graph.body).toMatchObject({ complete: false, truncated: false });
    expect(graph.body.edges).toEqual([
      {
        source: orders,
        target: report,
        origin: 'observed',
        restricted: true,
      },
    ]);
    expect(graph.body.nodes).toMatchObject([
      { id: orders, hidden: { upstream: 0, downstream: 0 } },
      { id: report, hidden: { upstream: 0, downstream: 0 } },
    ]);
    const impact = await user.get(`/impact?root=${orders}`);
    expect(impact.body).toMatchObject({
      complete: false,
      totals: { items: 1 },
      items: [{ id: report, degree: 1, owner: 'group:default/product' }],
    });
    const csv = await user.get(`/impact?root=${orders}`, {
      Accept: 'text/csv',
    });
    expect(csv.text.trim().split('\n')).toEqual([
      expect.stringMatching(/,complete,truncated$/),
      expect.stringMatching(/^1,dataset:default\/report,.*,false,false$/),
    ]);
    const detail = await user.get(`/nodes/${encodeURIComponent(orders)}`);
    expect(detail.body.runs).toEqual([]);
    const runs = await user.get(`/runs?node=${report}`);
    expectDescribed('get', '/runs', runs);
    expect(runs.body).toEqual({ items: [], complete: false });
    const told = await user.post('/impact/notify', { root: orders });
    expect(told.body).toEqual({
      owners: 1,
      failed: 0,
      unowned: 0,
      complete: false,
    });
    expect(JSON.stringify(sent)).not.toMatch(/score|join|train/);
    for (const path of [
      `/graph?root=${score}`,
      `/graph?root=${encodeURIComponent(jobId('join'))}`,
      `/graph?root=dataset:default/unknown`,
      `/impact?root=${score}`,
      `/runs?node=${score}`,
      `/findings?root=${score}`,
      `/nodes/${encodeURIComponent(score)}`,
    ]) {
      const answer = await user.get(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.body.error.message).toMatch(/^No lineage is known of/);
    }
  });

  it('reads the catalog itself for services, as far as their token goes', async () => {
    const backend = await startWithSample({ readable: [] });
    const impact = await backend.service.get(`/impact?root=${orders}`);
    expect(impact.body).toMatchObject({
      complete: true,
      totals: { owners: 2 },
    });
    const restricted = await startWithSample({
      decide: permission => permission !== 'catalog.entity.read',
    });
    const { service } = restricted;
    expect((await service.get(`/graph?root=${orders}`)).status).toBe(404);
    const graph = await service.get(
      `/graph?${new URLSearchParams({ root: datasetId('raw') })}`,
    );
    expect(graph.body).toMatchObject({ complete: false });
    expect(connections(graph.body)).toEqual([
      `${datasetId('raw')} -> ${jobId('load')}`,
      `${jobId('load')} ~> ${jobId('join')}`,
    ]);
    expect(restricted.lookedUp).toEqual([]);
  });

  it('shows under its entity what was sent before the entity was there', async () => {
    const names: LineageEntityName[] = [];
    const { scanNames, user } = await startWithSample({
      nameSources: [
        { getSourceName: () => 'test', readNames: async () => names },
      ],
    });
    const read = () =>
      user.get(`/graph?${new URLSearchParams({ root: datasetId('raw') })}`);
    expect((await read()).body.root).toBe(datasetId('raw'));
    names.push({
      entityRef: 'dataset:default/raw',
      kind: 'dataset',
      namespace: 'postgres://dwh:5432',
      name: 'raw',
    });
    await scanNames();
    expect((await read()).body.root).toBe('dataset:default/raw');
    names.pop();
    await scanNames();
    expect((await read()).body.root).toBe(datasetId('raw'));
  });

  it('lists runs, newest first', async () => {
    const backend = await startWithSample();
    const { service, user } = backend;
    await service
      .post('/api/v1/lineage', {
        ...runEvent({
          job: 'load',
          run: 2,
          type: 'FAIL',
          time: '2026-03-02T04:00:00Z',
          inputs: ['raw'],
        }),
      })
      .expect(201);
    await backend.waitUntilDrained();
    const node = encodeURIComponent(jobId('load'));
    const first = await user.get(`/runs?node=${node}&limit=1`);
    expectDescribed('get', '/runs', first);
    expect(first.body.items).toMatchObject([
      {
        id: runIdOf('load', 2),
        state: 'failed',
        inputs: [{ id: datasetId('raw') }],
        outputs: [],
      },
    ]);
    const second = await user.get(
      `/runs?node=${node}&limit=1&cursor=${first.body.nextCursor}`,
    );
    expect(second.body).toMatchObject({
      items: [{ id: runIdOf('load'), outputs: [{ id: orders }] }],
    });
    expect(second.body.nextCursor).toBeUndefined();
    const wrote = await user.get(`/runs?node=${orders}`);
    expect(wrote.body.items).toMatchObject([{ id: runIdOf('load') }]);
  });

  it('asks everybody who they are', async () => {
    const { nobody } = await startLineageBackend({});
    for (const path of [
      '/graph',
      '/impact',
      '/findings',
      '/unmapped',
      '/runs',
      '/status',
      '/nodes/x',
    ]) {
      expect([path, (await nobody.get(path)).status]).toEqual([path, 401]);
    }
    for (const path of [
      '/api/v1/lineage',
      '/api/v1/lineage/batch',
      '/graph',
      '/impact/notify',
      '/unmapped/draft',
      '/dead-letters/replay',
    ]) {
      expect([path, (await nobody.post(path, {})).status]).toEqual([path, 401]);
    }
  });

  it('registers its permissions', async () => {
    const { user } = await startLineageBackend({});
    const { body } = await user.get(
      '/.well-known/backstage/permissions/metadata',
    );
    expect(body.permissions).toEqual(lineagePermissions);
  });
});
