import request from 'supertest';
import { expectDescribed } from '../__testUtils__/expectDescribed';
import {
  FakeVersionSource,
  sourceVersion,
} from '../__testUtils__/FakeVersionSource';
import { modelEntity } from '../__testUtils__/modelEntity';
import { startMlBackend } from '../__testUtils__/startMlBackend';

jest.setTimeout(120_000);

const entities = [
  modelEntity('fraud', {
    spec: { registries: [{ server: 'eu', name: 'fraud' }] },
  }),
];

async function start() {
  const source = new FakeVersionSource();
  source.put(
    'fraud',
    [
      sourceVersion('1', { tags: [{ key: 'git', value: 'a=b' }] }),
      sourceVersion('2', {
        description: '=HYPERLINK("http://example.com")',
        metrics: [
          { rawName: 'roc_auc', value: 0.95 },
          { rawName: 'loss', value: 0.2 },
        ],
      }),
    ],
    { aliases: [{ alias: 'champion', version: '1' }] },
  );
  const { server } = await startMlBackend({
    entities,
    sources: [source],
    config: { ml: { metrics: [{ name: 'auc', aliases: ['roc_auc'] }] } },
  });
  const get = (path: string, query: Record<string, string | string[]> = {}) =>
    request(server)
      .get(`/api/ml${path}`)
      .query(
        new URLSearchParams(
          Object.entries(query).flatMap(([key, values]) =>
            [values].flat().map(value => [key, value]),
          ),
        ).toString(),
      );
  return { get };
}

describe('GET /versions', () => {
  it.each<[Record<string, string | string[]>, string[]]>([
    [{}, ['2', '1']],
    [{ kind: 'Model', model: 'fraud' }, ['2', '1']],
    [{ model: ['Model:fraud', 'model:default/other'] }, ['2', '1']],
    [{ owner: 'payments-fraud' }, ['2', '1']],
    [{ owner: 'group:default/search' }, []],
    [{ tag: 'git=a=b' }, ['1']],
    [{ metric: ['roc_auc>=0.95', 'loss<1'] }, ['2']],
    [{ metric: 'auc<0.95' }, ['1']],
    [{ alias: 'champion' }, ['1']],
    [{ text: ' FRA ' }, ['2', '1']],
    [{ createdAfter: '2026-01-01T02:02:00+02:00' }, ['2']],
    [{ kind: 'FeatureView' }, []],
    [{ kind: 'Dataset', model: 'fraud' }, []],
  ])('finds by %j', async (query, labels) => {
    const { get } = await start();
    const response = await get('/versions', query);
    expect(
      response.body.items.map((item: { label: string }) => item.label),
    ).toEqual(labels);
    expectDescribed('get', '/versions', response);
  });

  it.each<[Record<string, string>, RegExp]>([
    [
      { metric: 'auc>=NaN' },
      /query.metric 'auc>=NaN' compares 'auc' with 'NaN'/,
    ],
    [{ metric: 'auc' }, /query.metric 'auc' is not of the form/],
    [{ tag: 'git' }, /query.tag 'git' is not of the form key=value/],
    [{ kind: 'Feature' }, /kind.*"Feature"/],
    [
      { kind: 'Dataset', model: 'model:default/fraud' },
      /is a model, but versions of kind 'dataset'/,
    ],
    [{ model: 'a/' }, /query.model 'a\/' is no entity ref/],
    [{ createdAfter: 'yesterday' }, /createdAfter.*"yesterday"/],
    [{ limit: '101' }, /limit.*101/],
    [{ cursor: 'nonsense' }, /cursor 'nonsense' was not given by this list/],
    [{ owned: 'me' }, /owned/],
    [{ alias: 'a\0b' }, /NUL/],
  ])('refuses %j', async (query, message) => {
    const { get } = await start();
    const response = await get('/versions', query);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(message);
    expectDescribed('get', '/versions', response);
  });

  it('goes on with a cursor, of the same search only', async () => {
    const { get } = await start();
    const first = await get('/versions', { limit: '1' });
    expect(first.body).toMatchObject({ total: 2, items: [{ label: '2' }] });
    const cursor = first.body.nextCursor;
    const second = await get('/versions', { cursor });
    expect(second.body.items).toMatchObject([{ label: '1' }]);
    const other = await get('/versions', { cursor, alias: 'champion' });
    expect(other.status).toBe(400);
    expect(other.body.error.message).toMatch(/belongs to another list/);
  });

  it('is exported as CSV and as JSON', async () => {
    const { get } = await start();
    const csv = await get('/versions/export', { metric: 'auc>0.9' }).expect(
      200,
    );
    expect(csv.headers['content-type']).toMatch(/^text\/csv/);
    expect(csv.headers['content-disposition']).toBe(
      'attachment; filename="versions.csv"',
    );
    const [header, row, ...others] = csv.text.trim().split('\n');
    expect(header).toMatch(/^model,owner,label,createdAt,/);
    expect(row).toMatch(
      /^model:default\/fraud,group:default\/payments-fraud,2,.*,auc=0.95; loss=0.2,eu,fraud,/,
    );
    expect(row).toContain(`"'=HYPERLINK(""http://example.com"")"`);
    expect(others).toEqual([]);

    const json = await get('/versions/export', { format: 'json' }).expect(200);
    expect(json.body).toMatchObject({
      items: [{ label: '2' }, { label: '1' }],
      truncated: false,
    });
    expectDescribed('get', '/versions/export', json);
    const none = await get('/versions/export', {
      format: 'json',
      alias: 'missing',
    });
    expect(none.body).toEqual({ items: [], truncated: false });

    const refused = await get('/versions/export', { format: 'xml' });
    expect(refused.status).toBe(400);
    expectDescribed('get', '/versions/export', refused);
  });
});
