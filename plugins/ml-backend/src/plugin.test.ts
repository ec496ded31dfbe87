import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { expectDescribed } from './__testUtils__/expectDescribed';
import {
  FakeVersionSource,
  sourceVersion,
} from './__testUtils__/FakeVersionSource';
import { modelEntity } from './__testUtils__/modelEntity';
import { startMlBackend } from './__testUtils__/startMlBackend';

jest.setTimeout(60_000);

const fraud = '/api/ml/models/default/fraud-score/versions';
const rules = '/api/ml/models/default/card-rules/versions';
const versionsPath = '/models/{namespace}/{name}/versions';
const entities = [
  modelEntity('fraud-score', {
    spec: { registries: [{ server: 'eu', name: 'fraud_score' }] },
  }),
  modelEntity('card-rules', { owner: 'group:default/payments-fraud' }),
];
const registration = {
  label: '2026-03',
  digest: `sha256:${'a'.repeat(64)}`,
  metrics: [{ name: 'roc_auc', value: 0.8, dataset: 'march', split: 'test' }],
  params: [{ key: 'rules', value: '12' }],
};

function fraudSource() {
  const source = new FakeVersionSource();
  source.put(
    'fraud_score',
    [
      sourceVersion('1', { metrics: [{ rawName: 'roc_auc', value: 0.91 }] }),
      sourceVersion('2', { params: [{ key: 'depth', value: '7' }] }),
    ],
    { aliases: [{ alias: 'champion', version: '1' }] },
  );
  return source;
}

async function start(options?: {
  source?: FakeVersionSource;
  owns?: string[];
  allowed?: (permission: string) => boolean;
}) {
  const { source = fraudSource(), owns = [], allowed } = options ?? {};
  const decide = (name: string) => ({
    result:
      !allowed || allowed(name) ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
  });
  const { server } = await startMlBackend({
    entities,
    sources: [source],
    config: { ml: { metrics: [{ name: 'auc', aliases: ['roc_auc'] }] } },
    features: [
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/payments-scientist',
          ownershipEntityRefs: owns,
        }),
      }).factory,
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => decide(permission.name)),
        authorizeConditional: async requests =>
          requests.map(({ permission }) => decide(permission.name)),
      }).factory,
    ],
  });
  const as = (authorization: string) => ({
    get: (path: string) =>
      request(server).get(path).set('Authorization', authorization),
    post: (path: string, body: object = {}, headers = {}) =>
      request(server)
        .post(path)
        .set('Authorization', authorization)
        .set(headers)
        .send(body),
  });
  return {
    server,
    user: as(mockCredentials.user.header()),
    service: as(mockCredentials.service.header()),
  };
}

describe('ml backend', () => {
  it('reads registries by itself and serves their versions', async () => {
    const { user } = await start();
    const list = await user.get(fraud);
    expectDescribed('get', versionsPath, list);
    expect(list.body).toMatchObject({
      items: [
        { label: '2', aliases: [] },
        {
          label: '1',
          aliases: ['champion'],
          metrics: [{ name: 'auc', rawName: 'roc_auc', value: 0.91 }],
          source: { type: 'fake', server: 'eu', record: 'fraud_score' },
        },
      ],
      counts: { total: 2, matching: 2 },
      sources: [{ server: 'eu', stale: false }],
    });

    const [, one] = list.body.items;
    for (const text of ['1', 'champion', one.id]) {
      const answer = await user.get(`${fraud}/${text}`);
      expectDescribed('get', `${versionsPath}/{version}`, answer);
      expect(answer.body).toMatchObject({ id: one.id, label: '1' });
    }
    const missing = await user.get(`${fraud}/9`);
    expectDescribed('get', `${versionsPath}/{version}`, missing);
    expect(missing.body.error.message).toMatch(/no version '9'/);
  });

  it('lists models with their latest version', async () => {
    const { user } = await start();
    const answer = await user.get('/api/ml/models?text=fraud&sort=-owner');
    expectDescribed('get', '/models', answer);
    expect(answer.body).toMatchObject({
      total: 1,
      items: [
        { ref: 'model:default/fraud-score', latestVersion: { label: '2' } },
      ],
    });
    const bad = await user.get('/api/ml/models?sort=colour');
    expectDescribed('get', '/models', bad);
    expect(bad.body.error.message).toMatch(/sort.*"colour"/);
  });

  it('compares versions', async () => {
    const { user } = await start();
    const answer = await user.get(
      `${fraud}/compare?version=champion&version=2`,
    );
    expectDescribed('get', `${versionsPath}/compare`, answer);
    expect(answer.body).toMatchObject({
      versions: [{ label: '1' }, { label: '2' }],
      metrics: [{ name: 'auc', values: [{ value: 0.91 }, { value: 0.9 }] }],
      params: [{ key: 'depth', values: [null, '7'] }],
    });
    const alone = await user.get(`${fraud}/compare?version=1`);
    expectDescribed('get', `${versionsPath}/compare`, alone);
    expect(alone.status).toBe(400);
  });

  it('pages with a cursor that belongs to its list', async () => {
    const { user } = await start();
    const first = await user.get(`${fraud}?limit=1`);
    const { nextCursor } = first.body;
    const second = await user.get(`${fraud}?limit=1&cursor=${nextCursor}`);
    expect(second.body.items).toMatchObject([{ label: '1' }]);
    expect(second.body.nextCursor).toBeUndefined();
    const other = await user.get(`${fraud}?view=all&cursor=${nextCursor}`);
    expectDescribed('get', versionsPath, other);
    expect(other.status).toBe(400);
  });

  it.each([
    ['view=some', /view.*"some"/],
    ['limit=0', /limit.*0/],
    ['limit=many', /limit.*"many"/],
    ['colour=red', /'colour'/],
    ['tag=team', /tag 'team' is not of the form key=value/],
  ])('names the field and the value of %s', async (query, message) => {
    const { user } = await start();
    const answer = await user.get(`${fraud}?${query}`);
    expect(answer.status).toBe(400);
    expectDescribed('get', versionsPath, answer);
    expect(answer.body.error.message).toMatch(message);
  });

  it('registers what a build reports, once', async () => {
    const { service } = await start();
    const headers = { 'Idempotency-Key': 'build-17' };
    const created = await service.post(rules, registration, headers);
    expect(created.status).toBe(201);
    expectDescribed('post', versionsPath, created);
    expect(created.body).toMatchObject({
      label: '2026-03',
      digestStrength: 'reported',
      metrics: [{ name: 'auc', rawName: 'roc_auc', dataset: 'march' }],
      source: { type: 'rest' },
    });
    const repeated = await service.post(rules, registration, headers);
    expect(repeated.status).toBe(201);
    expect(repeated.body.id).toBe(created.body.id);
    const again = await service.post(rules, registration);
    expect(again.status).toBe(409);
    expectDescribed('post', versionsPath, again);
    expect(again.body.error.message).toBe(
      `'model:default/card-rules' already has a version of the digest '${registration.digest}' with the label '2026-03'; versions never change and labels are given once, so give the new one another label`,
    );
    const changed = `sha256:${'b'.repeat(64)}`;
    await service.post(rules, { ...registration, digest: changed }).expect(409);
    const { body } = await service.get(`${rules}/2026-03`);
    expect(body.digest).toBe(registration.digest);
  });

  it.each([
    [{ label: 'a b' }, /label.*"a b"/],
    [{ label: 'compare' }, /label.*"compare"/],
    [{ digest: 'sha256:abc' }, /digest.*"sha256:abc"/],
    [{ digest: undefined }, /digest/],
    [{ metrics: [{ name: 'auc', value: 'high' }] }, /value.*"high"/],
    [{ createdAt: 'yesterday' }, /createdAt.*"yesterday"/],
    [{ links: [{ title: 'x', url: 'ftp://host/x' }] }, /ftp:/],
    [{ colour: 'red' }, /colour|additional/],
  ])('refuses to register %j', async (change, message) => {
    const { service } = await start();
    const answer = await service.post(rules, { ...registration, ...change });
    expect(answer.status).toBe(400);
    expectDescribed('post', versionsPath, answer);
    expect(answer.body.error.message).toMatch(message);
  });

  it('says 413 to a body that is too large', async () => {
    const { service } = await start();
    const answer = await service.post(rules, {
      ...registration,
      description: 'x'.repeat(2_000_000),
    });
    expect(answer.status).toBe(413);
    expectDescribed('post', versionsPath, answer);
  });

  it('names the home of a model whose versions are not its own', async () => {
    const { service } = await start();
    const answer = await service.post(fraud, registration);
    expect(answer.status).toBe(409);
    expect(answer.body.error.message).toMatch(/registry 'eu'/);
  });

  it('lets owners and permitted services register, and nobody else', async () => {
    const stranger = await start({ owns: ['group:default/search-ranking'] });
    const refused = await stranger.user.post(rules, registration);
    expect(refused.status).toBe(403);
    expectDescribed('post', versionsPath, refused);

    const owner = await start({ owns: ['group:default/payments-fraud'] });
    expect((await owner.user.post(rules, registration)).status).toBe(201);

    const unpermitted = await start({
      owns: ['group:default/payments-fraud'],
      allowed: permission => permission !== 'ml.version.register',
    });
    expect((await unpermitted.user.post(rules, registration)).status).toBe(403);
    expect((await unpermitted.service.post(rules, registration)).status).toBe(
      403,
    );
    expect((await request(owner.server).post(rules)).status).toBe(401);
    expect((await request(owner.server).get(fraud)).status).toBe(401);
  });

  it('hides the versions of models that a service may not read', async () => {
    const { service } = await start({
      allowed: permission => permission !== 'catalog.entity.read',
    });
    const answer = await service.get(fraud);
    expect(answer.status).toBe(404);
    expectDescribed('get', versionsPath, answer);
    const unknown = await service.get(
      '/api/ml/models/default/missing/versions',
    );
    expect(unknown.status).toBe(404);
  });

  it('tells how reading goes and reads at once on request', async () => {
    const source = fraudSource();
    const { user } = await start({ source });
    source.put('fraud_score', [sourceVersion('1'), sourceVersion('3')]);
    const accepted = await user.post('/api/ml/registries/eu/sync');
    expect(accepted.status).toBe(202);
    expectDescribed('post', '/registries/{server}/sync', accepted);
    const list = await user.get('/api/ml/registries');
    expectDescribed('get', '/registries', list);
    expect(list.body.items).toMatchObject([
      { server: 'eu', title: 'Registry eu', records: 1, versions: 2 },
    ]);

    const unknown = await user.post('/api/ml/registries/us/sync');
    expect(unknown.status).toBe(404);
    expectDescribed('post', '/registries/{server}/sync', unknown);
    const denied = await start({
      allowed: permission => permission !== 'ml.registry.sync',
    });
    const refused = await denied.user.post('/api/ml/registries/eu/sync');
    expect(refused.status).toBe(403);
    expectDescribed('post', '/registries/{server}/sync', refused);
  });

  it('shows an unread registry and keeps serving what it knew', async () => {
    const source = fraudSource();
    const { user } = await start({ source });
    source.failAfterVersions.set('fraud_score', 1);
    await user.post('/api/ml/registries/eu/sync');
    const { body } = await user.get(fraud);
    expect(body.items.map((item: { label: string }) => item.label)).toEqual([
      '2',
      '1',
    ]);
    expect(body.sources[0].lastError).toMatch(/half a page/);
  });
});
