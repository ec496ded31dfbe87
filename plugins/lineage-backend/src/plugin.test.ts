import { lineagePermissions } from '@understudy/plugin-lineage-common';
import { LineageEntityName } from '@understudy/plugin-lineage-node';
import request from 'supertest';
import { gzipSync } from 'node:zlib';
import { expectDescribed } from './router/__testUtils__/expectDescribed';
import {
  datasetId,
  jobId,
  runEvent,
  runIdOf,
  sampleEntities,
  sampleEvents,
} from './router/__testUtils__/sampleLineage';
import {
  startLineageBackend,
  TestBackendOptions,
} from './router/__testUtils__/startLineageBackend';

jest.setTimeout(60_000);

/** A backend with the sample in its graph, sent event by event. */
async function startWithSample(options: TestBackendOptions = {}) {
  const backend = await startLineageBackend({
    entities: sampleEntities,
    ...options,
  });
  for (const event of sampleEvents) {
    await backend.service.post('/api/v1/lineage', event).expect(201);
  }
  await backend.waitUntilDrained();
  return backend;
}

/** A user who may read some entities, and nothing that belongs to none. */
const someEntities = (...readable: string[]): TestBackendOptions => ({
  readable,
  decide: permission => {
    if (permission === 'catalog.entity.read') {
      return 'some';
    }
    return permission !== 'lineage.node.read';
  },
});

function connections(body: {
  edges: { source: string; target: string; restricted?: true }[];
}): string[] {
  return body.edges.map(
    ({ source, target, restricted }) =>
      `${source} ${restricted ? '~>' : '->'} ${target}`,
  );
}

const [orders, score, report] = [
  'dataset:default/orders',
  'model:default/score',
  'dataset:default/report',
];

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

  it('says what a change touches and whose it is', async () => {
    const { user } = await startWithSample();
    const impact = await user.get(
      `/impact?root=${encodeURIComponent(datasetId('raw'))}&limit=2`,
    );
    expect(impact.status).toBe(200);
    expectDescribed('get', '/impact', impact);
    expect(impact.body).toMatchObject({
      root: datasetId('raw'),
      totals: { items: 8, entities: 3, owners: 3 },
      owners: [
        { items: 5, nearest: 1 },
        { owner: 'group:default/data', items: 1, nearest: 2 },
        { owner: 'group:default/fraud', items: 1, nearest: 6 },
        { owner: 'group:default/product', items: 1, nearest: 8 },
      ],
      items: [
        { id: jobId('load'), degree: 1 },
        {
          id: orders,
          degree: 2,
          title: 'The orders',
          entityKind: 'Dataset',
          lifecycle: 'production',
          owner: 'group:default/data',
        },
      ],
      truncated: false,
      complete: true,
    });
    const csv = await user.get(`/impact?root=${orders}`, {
      Accept: 'text/csv',
    });
    expect(csv.headers['content-type']).toMatch(/^text\/csv/);
    expect(csv.headers.vary).toMatch(/Accept/);
    const lines = csv.text.trim().split('\n');
    expect(lines).toHaveLength(1 + 6);
    expect(lines[4]).toBe(
      `4,${score},entity,Model,The score,group:default/fraud,any,production,postgres://dwh:5432,score,true,false`,
    );
    const upstream = await user.get(
      `/impact?root=${score}&direction=upstream&kinds=dataset`,
    );
    expect(upstream.body.items).toMatchObject([{ id: orders, degree: 1 }]);
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
    expect(runs.body).toEqual({ items: [] });
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

  it('tells owners once, when the caller may', async () => {
    const { user, service, sent } = await startWithSample({
      failsToNotify: ref => ref === 'group:default/fraud',
    });
    const ask = () =>
      user.post('/impact/notify', {
        root: orders,
        message: 'We drop a column',
      });
    const told = await ask();
    expect(told.status).toBe(200);
    expectDescribed('post', '/impact/notify', told);
    expect(told.body).toEqual({
      owners: 1,
      failed: 1,
      unowned: 4,
      complete: true,
    });
    expect(sent).toMatchObject([
      {
        recipients: { entityRef: 'group:default/product' },
        payload: { description: expect.stringContaining('The report') },
      },
    ]);
    const again = await ask();
    expect(again.status).toBe(429);
    expectDescribed('post', '/impact/notify', again);
    const other = await service.post('/impact/notify', { root: orders });
    expect(other.status).toBe(403);
    const forbidden = await startWithSample({
      decide: permission => permission !== 'lineage.impact.notify',
    });
    const refused = await forbidden.user.post('/impact/notify', {
      root: orders,
    });
    expect(refused.status).toBe(403);
    expectDescribed('post', '/impact/notify', refused);
  });

  it('can tell owners again when nobody could be told', async () => {
    const failing = { now: true };
    const { user, sent } = await startWithSample({
      failsToNotify: () => failing.now,
    });
    const failed = await user.post('/impact/notify', { root: orders });
    expect(failed.status).toBe(503);
    expectDescribed('post', '/impact/notify', failed);
    failing.now = false;
    await user.post('/impact/notify', { root: orders }).expect(200);
    expect(sent).toHaveLength(2);
    const nobody = await user.post('/impact/notify', { root: report });
    expect(nobody.body).toMatchObject({ owners: 0 });
  });

  it('shows dead letters to those who may see them', async () => {
    const backend = await startWithSample();
    const { user } = backend;
    const list = await user.get('/dead-letters?limit=5');
    expect(list.body).toEqual({ items: [] });
    expectDescribed('get', '/dead-letters', list);
    const replay = await user.post('/dead-letters/replay', {});
    expect(replay.body).toEqual({ replayed: 0 });
    expectDescribed('post', '/dead-letters/replay', replay);
    const bad = await user.post('/dead-letters/replay', { ids: ['x'] });
    expect(bad.status).toBe(400);
    const status = await user.get('/status');
    expectDescribed('get', '/status', status);
    expect(status.body).toMatchObject({ backlog: 0, deadLetters: 0 });

    const others = await startLineageBackend({ decide: () => false });
    for (const answer of [
      await others.user.get('/dead-letters'),
      await others.user.post('/dead-letters/replay', {}),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toMatch(/'lineage\.dead-letter\./);
    }
    const { body } = await others.user.get('/status');
    expect(body).toEqual({ backlog: 0 });
  });

  it.each([
    ['/graph', /root/],
    ['/graph?root=', /root/],
    ['/graph?root=orders', /'orders' is not the id of a node/],
    ['/graph?root=ol:dataset:x', /'ol:dataset:x' is not the id of a node/],
    ['/graph?root=ol:dataset:%25zz/x', /percent-encoded/],
    [`/graph?root=${orders}&depth=21`, /depth.*21/],
    [`/graph?root=${orders}&depth=-1`, /depth.*-1/],
    [`/graph?root=${orders}&upstreamDepth=x`, /upstreamDepth.*"x"/],
    [`/graph?root=${orders}&limit=1001`, /limit.*1001/],
    [`/graph?root=${orders}&limit=0`, /limit.*0/],
    [`/graph?root=${orders}&direction=sideways`, /direction.*"sideways"/],
    [`/graph?root=${orders}&kinds=,`, /kinds/],
    [`/graph?root=${orders}&colour=red`, /'colour'/],
    [`/impact?root=${orders}&direction=both`, /direction.*"both"/],
    ['/impact', /root/],
    ['/runs', /node/],
    [`/runs?node=${orders}&cursor=x`, /cursor 'x'/],
    [`/runs?node=${orders}&limit=101`, /limit.*101/],
    ['/dead-letters?cursor=x', /cursor.*"x"/],
    ['/nodes/orders', /'orders' is not the id of a node/],
  ])('names what is wrong with %s', async (path, message) => {
    const { user } = await startLineageBackend({});
    const answer = await user.get(path);
    expect([path, answer.status]).toEqual([path, 400]);
    expectDescribed(
      'get',
      path.startsWith('/nodes/') ? '/nodes/{id}' : path.split('?')[0],
      answer,
    );
    expect(answer.body.error.message).toMatch(message);
  });

  it('bounds and checks bodies', async () => {
    const { user, server, service } = await startLineageBackend({});
    const long = await user.post('/impact/notify', {
      root: orders,
      message: 'x'.repeat(1001),
    });
    expect(long.status).toBe(400);
    const large = await user.post('/impact/notify', {
      root: orders,
      message: 'x'.repeat(200_000),
    });
    expect(large.status).toBe(413);
    expectDescribed('post', '/impact/notify', large);
    const unread = await request(server)
      .post('/api/lineage/api/v1/lineage')
      .set('Authorization', 'Bearer mock-service-token')
      .set('Content-Encoding', 'br')
      .send('{}');
    expect(unread.status).toBe(415);
    expectDescribed('post', '/api/v1/lineage', unread);
    const wrong = await service.post('/api/v1/lineage', { eventTime: 'x' });
    expect(wrong.status).toBe(400);
    expectDescribed('post', '/api/v1/lineage', wrong);
  });

  it('takes batches, packed or not, and describes its answers', async () => {
    const backend = await startLineageBackend({});
    const { server, service, user } = backend;
    const answer = await service.post('/api/v1/lineage/batch', [
      ...sampleEvents,
      { eventTime: 'x' },
    ]);
    expect(answer.status).toBe(200);
    expectDescribed('post', '/api/v1/lineage/batch', answer);
    expect(answer.body).toMatchObject({
      status: 'partial_success',
      summary: { received: 5, successful: 4 },
    });
    const packed = await request(server)
      .post('/api/lineage/api/v1/lineage')
      .set('Authorization', 'Bearer mock-service-token')
      .set('Content-Type', 'application/json')
      .set('Content-Encoding', 'gzip')
      .serialize(body => body)
      .send(
        gzipSync(
          JSON.stringify(runEvent({ job: 'zip', outputs: ['packed'] })),
        ) as unknown as string,
      );
    expect(packed.status).toBe(201);
    await backend.waitUntilDrained();
    await user
      .get(`/graph?${new URLSearchParams({ root: datasetId('packed') })}`)
      .expect(200);
  });

  it('asks everybody who they are', async () => {
    const { nobody } = await startLineageBackend({});
    for (const path of ['/graph', '/impact', '/runs', '/status', '/nodes/x']) {
      expect([path, (await nobody.get(path)).status]).toEqual([path, 401]);
    }
    for (const path of [
      '/api/v1/lineage',
      '/api/v1/lineage/batch',
      '/impact/notify',
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
    expect(
      body.permissions.map(({ name }: { name: string }) => name).sort(),
    ).toEqual(lineagePermissions.map(({ name }) => name).sort());
  });
});
