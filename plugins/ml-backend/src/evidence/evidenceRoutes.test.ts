import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { expectDescribed } from '../__testUtils__/expectDescribed';
import {
  FakeVersionSource,
  sourceVersion,
} from '../__testUtils__/FakeVersionSource';
import { modelEntity } from '../__testUtils__/modelEntity';
import { startMlBackend } from '../__testUtils__/startMlBackend';
import { digestOf, evaluation } from './__testUtils__/evidenceOn';

jest.setTimeout(60_000);

const OWNER = 'group:default/payments-fraud';
const rules = '/api/ml/models/default/card-rules/versions';
const fraud = '/api/ml/models/default/fraud-score/versions';
const versionPath = '/models/{namespace}/{name}/versions/{version}';
const evidencePath = `${versionPath}/evidence`;
const registration = { label: '2026-03', digest: digestOf('a') };
const addition = { evaluations: [evaluation()] };

async function start(options?: { owns?: string[]; denied?: string[] }) {
  const { owns = [OWNER], denied = [] } = options ?? {};
  const decide = (name: string) => ({
    result: denied.includes(name)
      ? AuthorizeResult.DENY
      : AuthorizeResult.ALLOW,
  });
  const source = new FakeVersionSource();
  source.put('fraud_score', [sourceVersion('1')]);
  const { server } = await startMlBackend({
    entities: [
      modelEntity('fraud-score', {
        spec: { registries: [{ server: 'eu', name: 'fraud_score' }] },
      }),
      modelEntity('card-rules', { owner: OWNER }),
      modelEntity('inline', {
        owner: OWNER,
        spec: { versions: [{ label: '1', digest: digestOf('c') }] },
      }),
    ],
    sources: [source],
    features: [
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/scientist',
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
  const as = (authorization: string) => {
    const call =
      (method: 'get' | 'post' | 'delete') =>
      (path: string, body?: object, headers = {}) =>
        request(server)
          [method](path)
          .set({ ...(authorization ? { authorization } : {}), ...headers })
          .send(body);
    return { get: call('get'), post: call('post'), delete: call('delete') };
  };
  return {
    user: as(mockCredentials.user.header()),
    service: as(mockCredentials.service.header()),
    token: as(`Bearer understudy_rt_${'a'.repeat(40)}`),
    nobody: as(''),
  };
}

describe('evidence routes', () => {
  it('add evidence to a version of a registry server, and read it', async () => {
    const { service, user } = await start();
    const added = await service.post(`${fraud}/1/evidence`, addition);
    expect(added.status).toBe(201);
    expectDescribed('post', evidencePath, added);
    const read = await user.get(`${fraud}/1/evidence`);
    expectDescribed('get', evidencePath, read);
    expect(read.body).toEqual(added.body);
    expect(read.body.evaluations).toMatchObject([
      { dataset: 'holdout', addedBy: 'external:test-service' },
    ]);
  });

  it('store evidence with the version that brings it, or neither', async () => {
    const { service } = await start();
    const refused = await service.post(rules, {
      ...registration,
      evidence: { riskTier: { tier: 'huge', rationale: 'x' } },
    });
    expect(refused.status).toBe(400);
    await service.get(`${rules}/2026-03`).expect(404);

    const body = {
      ...registration,
      evidence: { ...addition, card: { text: 'c' } },
    };
    const key = { 'idempotency-key': 'build-1' };
    const first = await service.post(rules, body, key).expect(201);
    const again = await service.post(rules, body, key).expect(201);
    expect(again.body.id).toBe(first.body.id);
    const { body: evidence } = await service.get(`${rules}/2026-03/evidence`);
    expect(evidence).toMatchObject({
      evaluations: [{ dataset: 'holdout' }],
      cards: [{ text: 'c' }],
    });
    const { body: ledger } = await service.get(
      `/api/ml/ledger?type=dev.understudy.version.evidence-added`,
    );
    expect(ledger.items).toHaveLength(1);
  });

  it('keep who a service says wrote a version, and not what a person says', async () => {
    const { service, user } = await start();
    const tags = [{ key: 'understudy.dev/author', value: 'user:default/x' }];
    const told = await service.post(rules, { ...registration, tags });
    expect(told.body).toMatchObject({ claimedAuthor: 'user:default/x' });
    const own = await user.post(rules, {
      ...registration,
      label: 'mine',
      tags,
    });
    expect(own.status).toBe(201);
    expect(own.body).not.toHaveProperty('claimedAuthor');
  });

  it.each<{
    who: string;
    options?: Parameters<typeof start>[0];
    as: 'user' | 'service' | 'token' | 'nobody';
    add: number;
    remove: number;
  }>([
    { who: 'the owner', as: 'user', add: 201, remove: 200 },
    {
      who: 'a service',
      options: { owns: [] },
      as: 'service',
      add: 201,
      remove: 200,
    },
    {
      who: 'somebody else',
      options: { owns: ['group:default/other'] },
      as: 'user',
      add: 403,
      remove: 403,
    },
    {
      who: 'an owner without the permission',
      options: { denied: ['ml.version.register'] },
      as: 'user',
      add: 403,
      remove: 403,
    },
    {
      who: 'a service without the permission',
      options: { denied: ['ml.version.register'] },
      as: 'service',
      add: 403,
      remove: 403,
    },
    {
      who: 'a service that may not see the model',
      options: { denied: ['catalog.entity.read'] },
      as: 'service',
      add: 404,
      remove: 404,
    },
    { who: 'a personal registry token', as: 'token', add: 401, remove: 401 },
    { who: 'nobody', as: 'nobody', add: 401, remove: 401 },
  ])('let $who do what it may', async ({ options, as, add, remove }) => {
    const portal = await start(options);
    // Without the permission nothing can be registered, and nothing is needed.
    await portal.service.post(rules, registration);
    const version = `${rules}/2026-03`;
    const added = await portal[as].post(`${version}/evidence`, addition);
    expect(added.status).toBe(add);
    expectDescribed('post', evidencePath, added);
    const removed = await portal[as].delete(version, { reason: 'Wrong' });
    expect(removed.status).toBe(remove);
    expectDescribed('delete', versionPath, removed);
  });

  it('are as readable as the model', async () => {
    const { service } = await start({ denied: ['catalog.entity.read'] });
    const { status } = await service.get(`${fraud}/1/evidence`);
    expect(status).toBe(404);
  });

  it.each([
    [
      '{"evaluations": [{"dataset": "d", "evaluatedAt": "2026-01-01T00:00:00Z", "metrics": [{"name": "auc", "value": NaN}]}]}',
      'body.evaluations.0.metrics.0.value is NaN, which is no number in JSON; leave it out',
    ],
    ['{"card": ', 'body is not JSON: '],
    [
      '{"evaluations": [{"dataset": "d", "evaluatedAt": "2026-01-01T00:00:00Z", "metrics": [{"name": "auc", "value": 1e999}]}]}',
      '/evaluations/0/metrics/0/value must be number; it is Infinity',
    ],
    ['{"card": {"text": 7}}', '/card/text'],
    ['{}', 'adds nothing'],
  ])('refuse %s', async (text, message) => {
    const { service } = await start();
    const response = await service
      .post(`${fraud}/1/evidence`, undefined, {
        'content-type': 'application/json',
      })
      .send(text);
    expectDescribed('post', evidencePath, response);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(message);
  });

  it('refuse a contradiction, naming both sides', async () => {
    const { service } = await start();
    const artifact = (letter: string) => ({
      artifacts: [{ path: 'm', digest: digestOf(letter) }],
    });
    await service.post(`${fraud}/1/evidence`, artifact('a')).expect(201);
    const response = await service.post(`${fraud}/1/evidence`, artifact('b'));
    expectDescribed('post', evidencePath, response);
    expect(response.status).toBe(409);
    expect(response.body.error.message).toContain(digestOf('a'));
    expect(response.body.error.message).toContain(digestOf('b'));
  });

  it('take a version back, and keep its label and what is known of it', async () => {
    const { user } = await start();
    await user.post(rules, { ...registration, evidence: addition }).expect(201);
    const deleted = await user.delete(`${rules}/2026-03`, {
      reason: 'Trained on the wrong month',
    });
    expect(deleted.status).toBe(200);
    expectDescribed('delete', versionPath, deleted);
    const tombstone = {
      deletedAt: expect.any(String),
      deletedBy: 'user:default/mock',
      reason: 'Trained on the wrong month',
    };
    expect(deleted.body).toMatchObject({ label: '2026-03', tombstone });
    const list = await user.get(rules);
    expectDescribed('get', '/models/{namespace}/{name}/versions', list);
    expect(list.body.items).toMatchObject([{ label: '2026-03', tombstone }]);
    const evidence = await user.get(`${rules}/2026-03/evidence`);
    expectDescribed('get', evidencePath, evidence);
    expect(evidence.body).toMatchObject({
      tombstone,
      evaluations: [{ dataset: 'holdout' }],
    });

    const taken = await user.post(rules, registration);
    expect(taken.status).toBe(409);
    expect(taken.body.error.message).toContain(
      "with the label '2026-03', which was deleted; ",
    );
    await user
      .post(rules, registration, { 'idempotency-key': 'again' })
      .expect(409);
    await user.post(`${rules}/2026-03/evidence`, addition).expect(409);
    const again = await user.delete(`${rules}/2026-03`, { reason: 'x' });
    expect(again.status).toBe(409);
    expect(again.body.error.message).toContain(
      "by 'user:default/mock' already",
    );
    const { body: ledger } = await user.get(
      '/api/ml/ledger?type=dev.understudy.version.deleted',
    );
    expect(ledger.items).toMatchObject([
      {
        data: { reason: 'Trained on the wrong month', before: { aliases: [] } },
      },
    ]);
  });

  it('take back only what the portal keeps, for a reason', async () => {
    const { user } = await start();
    const ofServer = await user.delete(`${fraud}/1`, { reason: 'x' });
    expect(ofServer.status).toBe(409);
    expect(ofServer.body.error.message).toContain("the registry 'eu'");
    await user.post(rules, registration).expect(201);
    await user.delete(`${rules}/2026-03`, {}).expect(400);
    await user.delete(`${rules}/none`, { reason: 'x' }).expect(404);
    const inline = '/api/ml/models/default/inline/versions/1';
    const ofFile = await user.delete(inline, { reason: 'x' });
    expect(ofFile.status).toBe(409);
    expect(ofFile.body.error.message).toContain('take it away there');
  });

  it('compare versions by their evidence', async () => {
    const { service } = await start();
    for (const [label, value] of [
      ['a', 0.8],
      ['b', 0.9],
    ] as const) {
      await service
        .post(rules, {
          ...registration,
          label,
          metrics: [{ name: 'auc', value, dataset: 'holdout', split: 'test' }],
          evidence: {
            evaluations: [evaluation({ metrics: [{ name: 'auc', value }] })],
            provenance: { data: [{ ref: 'orders', version: label }] },
            artifacts: [{ path: 'm', digest: digestOf(label) }],
          },
        })
        .expect(201);
    }
    const comparison = await service.get(
      `${rules}/compare?version=a&version=b`,
    );
    expectDescribed(
      'get',
      '/models/{namespace}/{name}/versions/compare',
      comparison,
    );
    expect(comparison.body).toMatchObject({
      metrics: [],
      evaluations: [{ name: 'auc', values: [{ value: 0.8 }, { value: 0.9 }] }],
      data: [{ ref: 'orders', values: [{ version: 'a' }, { version: 'b' }] }],
      artifacts: [{ path: 'm' }],
      truncated: [],
    });
  });
});
