import request from 'supertest';
import { gzipSync } from 'node:zlib';
import { expectDescribed } from './__testUtils__/expectDescribed';
import {
  datasetId,
  jobId,
  runEvent,
  sampleEvents,
} from './__testUtils__/sampleLineage';
import { startLineageBackend } from './__testUtils__/startLineageBackend';
import { orders } from './__testUtils__/startWithSample';

jest.setTimeout(60_000);

describe('requests', () => {
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
    [`/graph?root=${jobId('load')}%23x`, /'ol:job:airflow\/load#x' is not/],
    [`/graph?root=${orders}&environment=`, /environment/],
    [`/graph?root=${orders}&environment=${'x'.repeat(65)}`, /environment.*"xx/],
    [`/impact?root=${orders}&environment=%00`, /environment/],
    ['/findings', /root/],
    ['/findings?root=orders', /'orders' is not the id of a node/],
    [`/findings?root=${orders}&environment=test`, /'environment'/],
    ['/unmapped?kind=entity', /kind.*"entity"/],
    ['/unmapped?sort=size', /sort.*"size"/],
    ['/unmapped?limit=101', /limit.*101/],
    ['/unmapped?cursor=x', /cursor 'x'/],
    ['/unmapped?sort=name&cursor=WyJhIiwiYiJd', /cursor 'WyJhIiwiYiJd'/],
    [`/unmapped?text=${'x'.repeat(201)}`, /text.*"xx/],
    ['/unmapped?text=%01', /text/],
    ['/impact', /root/],
    ['/runs', /node/],
    [`/runs?node=${orders}&cursor=x`, /cursor 'x'/],
    [`/runs?node=${orders}&limit=101`, /limit.*101/],
    [`/runs?used=${orders}`, /is not <node id>@<version>/],
    [`/runs?node=${orders}&used=${orders}@1`, /either node or used/],
    [`/runs?used=${orders}@1&from=x`, /'x' is not a time as ISO 8601/],
    [`/graph?root=${orders}&asOf=x`, /'x' is not a time as ISO 8601/],
    [`/graph?root=${orders}&asOf=2999-01-01`, /'2999-01-01' is still to come/],
    [`/impact?root=${orders}&asOf=x`, /'x' is not a time as ISO 8601/],
    ['/columns', /root/],
    [`/columns?root=${orders}&depth=51`, /depth.*51/],
    [`/columns?root=${orders}&field=`, /field/],
    [`/overview?root=${orders}&limit=10001`, /limit.*10001/],
    [`/path?from=${orders}`, /to/],
    [`/path?from=${orders}&to=${orders}&asOf=x`, /'x' is not a time/],
    [`/path?from=${orders}&to=x`, /'x' is not the id of a node/],
    [`/path?from=${orders}&to=${orders}&limit=1`, /limit.*1/],
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
    for (const [path, body, message] of [
      ['/graph', {}, /root/],
      ['/graph', { root: orders, depth: '1' }, /depth.*"1"/],
      ['/graph', { root: orders, depth: 21 }, /depth.*21/],
      ['/graph', { root: orders, kinds: 'model' }, /kinds.*"model"/],
      [
        '/graph',
        { root: orders, include: ['x'] },
        /include.*'x' is not the id/,
      ],
      [
        '/graph',
        { root: orders, include: Array(1001).fill(orders) },
        /include/,
      ],
      ['/graph', ['x'], /body must be object$/],
      [
        '/graph',
        { root: orders, colour: 'red', Depth: 2 },
        /^request\/body must NOT have additional properties; not known here: "colour", "Depth"$/,
      ],
      ['/graph/', { root: orders, colour: 'red' }, /not known here: "colour"$/],
      [
        '/impact/notify',
        { root: orders, reason: 'x' },
        /request\/body .*"reason"$/,
      ],
      [
        '/dead-letters/replay',
        Object.fromEntries(
          ['a', 'b', 'c', 'd', 'e', 'f', 'y'.repeat(200)].map(key => [key, 1]),
        ),
        /not known here: "a", "b", "c", "d", "e" and 2 more$/,
      ],
      [
        '/dead-letters/replay',
        { ['y'.repeat(200)]: 1 },
        /not known here: "y{99}\.\.\.$/,
      ],
      ['/unmapped/draft', {}, /ids/],
      ['/unmapped/draft', { ids: [] }, /ids/],
      ['/unmapped/draft', { ids: Array(51).fill(orders) }, /ids/],
      ['/unmapped/draft', { ids: ['x'] }, /'x' is not the id/],
      [
        '/unmapped/draft',
        { ids: [orders] },
        /'dataset:default\/orders' is unknown/,
      ],
    ] as const) {
      const bad = await user.post(path, body);
      expect([path, bad.status]).toEqual([path, 400]);
      expectDescribed('post', path.replace(/\/$/, ''), bad);
      expect(bad.body.error.message).toMatch(message);
    }
    const wide = await user.post('/graph', {
      root: orders,
      include: Array.from(
        { length: 1000 },
        (_, index) => `ol:dataset:ns/${'x'.repeat(500)}${index}`,
      ),
    });
    // Read as a whole; there is no such root.
    expect(wide.status).toBe(404);
    expectDescribed('post', '/graph', wide);
    const tooWide = await user.post('/graph', {
      root: orders,
      include: ['x'.repeat(1_100_000)],
    });
    expect(tooWide.status).toBe(413);
    expectDescribed('post', '/graph', tooWide);
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
});
