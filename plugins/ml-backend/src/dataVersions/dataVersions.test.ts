import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import {
  datasetEntity,
  featureViewEntity,
} from '../__testUtils__/dataEntities';
import { expectDescribed } from '../__testUtils__/expectDescribed';
import { modelEntity } from '../__testUtils__/modelEntity';
import { startMlBackend } from '../__testUtils__/startMlBackend';

jest.setTimeout(60_000);

const datasets = '/datasets/default/tx/versions';
const views = '/feature-views/default/cards/versions';
const pathOf = (path: string) =>
  path
    .replace('default/tx', '{namespace}/{name}')
    .replace('default/cards', '{namespace}/{name}');
const digest = `sha256:${'a'.repeat(64)}`;
const snapshot = { label: '2026-03-01', digest, rows: 12, bytes: 3400 };
const definition = {
  fields: [{ name: 'amount', type: 'double' }],
  entities: [{ name: 'card' }],
  sources: ['dataset:default/tx'],
};

async function start(options?: { owns?: string[]; denied?: string[] }) {
  const { owns = ['group:default/data-platform'], denied = [] } = options ?? {};
  const { server } = await startMlBackend({
    entities: [
      datasetEntity('tx'),
      featureViewEntity('cards'),
      modelEntity('fraud'),
    ],
    features: [
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/engineer',
          ownershipEntityRefs: owns,
        }),
      }).factory,
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: denied.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
        authorizeConditional: async requests =>
          requests.map(() => ({ result: AuthorizeResult.ALLOW })),
      }).factory,
    ],
  });
  const post = async (
    path: string,
    body: object,
    headers: Record<string, string> = {},
  ) => {
    const response = await request(server)
      .post(`/api/ml${path}`)
      .set('Authorization', mockCredentials.user.header())
      .set(headers)
      .send(body);
    expectDescribed('post', pathOf(path), response);
    return response;
  };
  const get = (path: string) =>
    request(server)
      .get(`/api/ml${path}`)
      .set('Authorization', mockCredentials.user.header());
  return { get, post, server };
}

describe('versions of datasets', () => {
  it('are registered, listed, read and found', async () => {
    const { get, post } = await start();
    const stored = await post(datasets, {
      ...snapshot,
      uri: 's3://data/tx/2026-03-01',
      asOf: '2026-03-01T02:00:00+02:00',
      tags: [{ key: 'job', value: 'nightly' }],
    });
    expect(stored.status).toBe(201);
    expect(stored.body).toMatchObject({
      model: 'dataset:default/tx',
      label: '2026-03-01',
      digest,
      digestStrength: 'reported',
      artifactUri: 's3://data/tx/2026-03-01',
      createdBy: expect.any(String),
      source: { type: 'rest' },
      snapshot: { rows: 12, bytes: 3400, asOf: '2026-03-01T00:00:00.000Z' },
    });
    const list = await get(datasets);
    expect(list.body).toMatchObject({
      items: [{ label: '2026-03-01' }],
      counts: { total: 1, matching: 1 },
      sources: [],
    });
    expectDescribed('get', pathOf(datasets), list);
    const one = await get(`${datasets}/2026-03-01`);
    expect(one.body).toEqual(stored.body);
    expectDescribed('get', `${pathOf(datasets)}/{version}`, one);
    const found = await get('/versions?kind=Dataset&tag=job%3Dnightly');
    expect(found.body.items).toMatchObject([
      { model: 'dataset:default/tx', owner: 'group:default/data-platform' },
    ]);
    expect((await get('/versions')).body.items).toEqual([]);
  });

  it('are not overwritten', async () => {
    const { get, post } = await start();
    await post(datasets, snapshot);
    const again = await post(datasets, {
      ...snapshot,
      digest: `sha256:${'b'.repeat(64)}`,
    });
    expect(again.status).toBe(409);
    expect(again.body.error.message).toMatch(/'2026-03-01'/);
    expect((await get(`${datasets}/2026-03-01`)).body.digest).toBe(digest);
  });

  it('are registered once under one key', async () => {
    const { post } = await start();
    const key = { 'Idempotency-Key': 'job-1' };
    const first = await post(datasets, snapshot, key);
    const second = await post(datasets, snapshot, key);
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    const other = await post(datasets, { ...snapshot, label: '2' }, key);
    expect(other.status).toBe(422);
  });

  it.each<[object, RegExp]>([
    [{ ...snapshot, digest: 'md5:1' }, /digest.*"md5:1"/],
    [{ ...snapshot, label: 'a b' }, /label.*"a b"/],
    [{ ...snapshot, label: 'compare' }, /label.*"compare"/],
    [{ ...snapshot, rows: -1 }, /rows.*-1/],
    [{ ...snapshot, rows: 1.5 }, /rows.*1\.5/],
    [{ ...snapshot, asOf: 'today' }, /asOf.*"today"/],
    [{ ...snapshot, definition }, /must NOT have additional properties/],
    [
      { ...snapshot, links: [{ title: 'x', url: 'ftp://example.com' }] },
      /url.*"ftp:/,
    ],
  ])('refuse %j', async (body, message) => {
    const { post } = await start();
    const response = await post(datasets, body);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(message);
  });
});

describe('versions of feature views', () => {
  it('are definitions, whose digest is worked out here', async () => {
    const { get, post } = await start();
    const first = await post(views, { label: '1', definition });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      model: 'featureview:default/cards',
      digest: expect.stringMatching(/^sha256:/),
      digestStrength: 'record',
      definition,
    });
    const second = await post(views, {
      label: '2',
      definition,
      digest: first.body.digest,
    });
    expect(second.body).toMatchObject({ digestStrength: 'reported' });
    const one = await get(`${views}/1`);
    expectDescribed('get', `${pathOf(views)}/{version}`, one);
    const wrong = await post(views, { label: '3', definition, digest });
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toContain(
      `body.digest is '${digest}', but the digest of the definition is '${first.body.digest}'`,
    );
  });

  it.each<[object, RegExp]>([
    [{ ...definition, fields: [] }, /fields/],
    [
      { ...definition, fields: [{ name: 'a' }, { name: 'a' }] },
      /body.definition.fields has 'a' twice/,
    ],
    [
      { ...definition, entities: [{ name: 'b' }, { name: 'b' }] },
      /body.definition.entities has 'b' twice/,
    ],
    [{ ...definition, ttl: '7 days' }, /ttl.*"7 days"/],
    [{ ...definition, transformation: 'x' }, /transformation.*"x"/],
    [
      { ...definition, owner: 'me' },
      /body\/definition must NOT have additional properties/,
    ],
  ])('refuse the definition %j', async (bad, message) => {
    const { post } = await start();
    const response = await post(views, { label: '1', definition: bad });
    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(message);
  });
});

describe('access to versions of feature views and datasets', () => {
  it('lets only owners among people register', async () => {
    const { post } = await start({ owns: ['group:default/search'] });
    const response = await post(datasets, snapshot);
    expect(response.status).toBe(403);
    expect(response.body.error.message).toMatch(/group:default\/data-platform/);
  });

  it('needs the permission', async () => {
    const { post } = await start({ denied: ['ml.version.register'] });
    const response = await post(views, { label: '1', definition });
    expect(response.status).toBe(403);
    expect(response.body.error.message).toMatch(/ml\.version\.register/);
  });

  it('knows nothing of what the catalog does not show', async () => {
    const { get, post } = await start();
    const missing = '/datasets/default/missing/versions';
    expect((await get(missing)).status).toBe(404);
    expect((await get('/datasets/default/fraud/versions')).status).toBe(404);
    const response = await request((await start()).server)
      .post(`/api/ml${missing}`)
      .send(snapshot);
    expect(response.status).toBe(404);
    expect(response.body.error.message).toMatch(
      /No dataset 'dataset:default\/missing'/,
    );
    expect((await post(datasets, snapshot)).status).toBe(201);
  });

  it('keeps promotions to models', async () => {
    const { post, server } = await start();
    await post(datasets, snapshot);
    const response = await request(server).post('/api/ml/promotions').send({
      model: 'dataset:default/tx',
      version: '2026-03-01',
      stage: 'production',
    });
    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(
      /model 'dataset:default\/tx' is a dataset, not a Model/,
    );
  });
});
