import { LineageClient } from './LineageClient';

function clientFor(response: Response) {
  const fetch = jest.fn(async (_: RequestInfo | URL, __?: RequestInit) =>
    response.clone(),
  );
  return { fetch, client: new LineageClient({ fetchApi: { fetch } }) };
}

const answering = (body: unknown, status = 200) =>
  clientFor(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json' },
    }),
  );

describe('LineageClient', () => {
  it('asks for a graph', async () => {
    const { client, fetch } = answering({ root: 'r' });
    const graph = await client.getGraph({
      root: 'ol:dataset:pg%3A%2F%2Fhost/orders',
      direction: 'both',
      upstreamDepth: 2,
      downstreamDepth: undefined,
      kinds: ['job', 'unmapped'],
    });
    expect(graph).toEqual({ root: 'r' });
    const url = new URL(String(fetch.mock.calls[0][0]));
    expect(url.href).toMatch(/^plugin:\/\/lineage\/graph\?/);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      root: 'ol:dataset:pg%3A%2F%2Fhost/orders',
      direction: 'both',
      upstreamDepth: '2',
      kinds: 'job,unmapped',
    });
  });

  it('writes ids into paths whatever they hold', async () => {
    const { client, fetch } = answering({});
    const id = 'ol:job:air flow/a%2Fb#pg/out';
    await client.getNode(id);
    const path = String(fetch.mock.calls[0][0]).split('/nodes/')[1];
    expect(path).not.toMatch(/[/#? ]/);
    expect(decodeURIComponent(path)).toBe(id);
  });

  it('asks for CSV by its type and gives the file', async () => {
    const { client, fetch } = clientFor(new Response('id\na'));
    const blob = await client.downloadImpactCsv({ root: 'model:default/m' });
    expect(await blob.text()).toBe('id\na');
    expect(fetch.mock.calls[0][1]?.headers).toEqual({ Accept: 'text/csv' });
  });

  it('posts a message to the owners', async () => {
    const { client, fetch } = answering({ owners: 2 });
    const notice = { root: 'model:default/m', message: 'Soon' };
    expect(await client.notifyOwners(notice)).toEqual({ owners: 2 });
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe('plugin://lineage/impact/notify');
    expect(init?.method).toBe('POST');
    expect(JSON.parse(String(init?.body))).toEqual(notice);
  });

  it('names the environment, also that of all', async () => {
    const { client, fetch } = answering({});
    await client.getGraph({ root: 'model:default/m', environment: '*' });
    await client.getImpact({ root: 'model:default/m', environment: 'staging' });
    const environments = fetch.mock.calls.map(([url]) =>
      new URL(String(url)).searchParams.get('environment'),
    );
    expect(environments).toEqual(['*', 'staging']);
  });

  it('reads findings, and what is not in the catalog', async () => {
    const { client, fetch } = answering({ items: [] });
    await client.getFindings('model:default/m');
    await client.listUnmapped({
      kind: 'job',
      environment: undefined,
      text: 'a&b',
      sort: 'name',
      cursor: 'next',
    });
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([
      'plugin://lineage/findings?root=model%3Adefault%2Fm',
      'plugin://lineage/unmapped?kind=job&text=a%26b&sort=name&cursor=next',
    ]);
  });

  it('lists what could not be read, and has some or all of it tried again', async () => {
    const { client, fetch } = answering({ items: [] });
    await client.listDeadLetters({ limit: 25, cursor: '7' });
    await client.replayDeadLetters(['8', '9']);
    await client.replayDeadLetters();
    expect(
      fetch.mock.calls.map(([url, init]) => [url, init?.method, init?.body]),
    ).toEqual([
      ['plugin://lineage/dead-letters?limit=25&cursor=7', undefined, undefined],
      [
        'plugin://lineage/dead-letters/replay',
        'POST',
        JSON.stringify({ ids: ['8', '9'] }),
      ],
      ['plugin://lineage/dead-letters/replay', 'POST', '{}'],
    ]);
  });

  it('asks for fields, paths, other times, and what used a version', async () => {
    const { client, fetch } = answering({ items: [] });
    const asOf = '2026-11-01T09:00:00.000Z';
    await client.getFields({ root: 'dataset:default/d', field: 'a&b' });
    await client.findPath({ from: 'model:default/m', to: 'ol:job:a/b' });
    await client.getGraph({ root: 'model:default/m', asOf });
    await client.getImpact({ root: 'model:default/m', asOf });
    await client.listUsingRuns({
      node: 'model:default/m',
      version: '3@blue',
      to: asOf,
      cursor: 'next',
    });
    const asked = fetch.mock.calls.map(([address]) => {
      const url = new URL(String(address));
      return [url.pathname, Object.fromEntries(url.searchParams)];
    });
    expect(asked).toEqual([
      ['/columns', { root: 'dataset:default/d', field: 'a&b' }],
      ['/path', { from: 'model:default/m', to: 'ol:job:a/b' }],
      ['/graph', { root: 'model:default/m', asOf }],
      ['/impact', { root: 'model:default/m', asOf }],
      ['/runs', { used: 'model:default/m@3@blue', to: asOf, cursor: 'next' }],
    ]);
  });

  it('reads everything around a node', async () => {
    const overview = { root: 'model:default/m', nodes: [], edges: [] };
    const { client, fetch } = answering(overview);
    expect(
      await client.getOverview({
        root: 'model:default/m',
        kinds: ['job', 'model'],
        environment: '*',
        limit: 10_000,
      }),
    ).toEqual(overview);
    expect(fetch.mock.calls[0][0]).toBe(
      'plugin://lineage/overview?root=model%3Adefault%2Fm&kinds=job%2Cmodel&environment=*&limit=10000',
    );
  });

  it('asks for a draft', async () => {
    const { client, fetch } = answering({ yaml: 'a: 1', items: [] });
    const ids = ['ol:dataset:pg/orders'];
    expect((await client.draftUnmapped(ids)).yaml).toBe('a: 1');
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe('plugin://lineage/unmapped/draft');
    expect(JSON.parse(String(init?.body))).toEqual({ ids });
  });

  it('pages through runs and reads the status', async () => {
    const { client, fetch } = answering({ items: [] });
    await client.getRuns('ol:job:a/b', { cursor: 'next' });
    expect(fetch.mock.calls[0][0]).toBe(
      'plugin://lineage/runs?node=ol%3Ajob%3Aa%2Fb&cursor=next',
    );
    await client.getImpact({ root: 'model:default/m', limit: 5 });
    await client.getStatus();
    expect(fetch.mock.calls[2][0]).toBe('plugin://lineage/status');
  });

  it('rejects with what the backend says', async () => {
    const { client } = answering(
      {
        error: { name: 'NotFoundError', message: 'No lineage is known' },
        response: { statusCode: 404 },
      },
      404,
    );
    await expect(client.getStatus()).rejects.toMatchObject({
      statusCode: 404,
      cause: { message: 'No lineage is known' },
    });
  });
});
