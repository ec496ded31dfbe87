import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { IntakeRecord, ModelEntity } from '@understudy/plugin-ml-common';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import request from 'supertest';
import { parseAllDocuments } from 'yaml';
import { expectDescribed } from '../__testUtils__/expectDescribed';
import {
  FakeVersionSource,
  sourceVersion,
} from '../__testUtils__/FakeVersionSource';
import { modelEntity } from '../__testUtils__/modelEntity';
import { startMlBackend } from '../__testUtils__/startMlBackend';
import { group, importedModel } from './__testUtils__/intakeEntities';

jest.setTimeout(60_000);

const intake = '/api/ml/intake';
const payments = 'group:default/payments-fraud';

/** What the catalog holds once an importer has imported the registry. */
const entities: Entity[] = [
  group('payments-fraud', 'Payments fraud'),
  group('search-ranking', 'Search ranking'),
  modelEntity('fraud-score', {
    owner: payments,
    spec: { registries: [{ server: 'eu', name: 'fraud_score' }] },
  }),
  importedModel('fraud-score-v2'),
  importedModel('churn'),
];

function registry() {
  const source = new FakeVersionSource();
  source.put('fraud_score', [sourceVersion('1'), sourceVersion('2')]);
  source.put('fraud-score-v2', [sourceVersion('1')], {
    description: '=Copied before the gift card change',
  });
  source.put('churn', [sourceVersion('1')], {
    tags: [{ key: 'team', value: 'payments fraud' }],
  });
  source.put('tmp,"test"', [sourceVersion('1')]);
  return source;
}

async function start(options?: {
  owns?: string[];
  allowed?: (permission: string) => boolean;
  entities?: (Entity | ModelEntity)[];
  source?: FakeVersionSource;
}) {
  const {
    owns = [],
    allowed = () => true,
    source = registry(),
  } = options ?? {};
  const decide = (name: string) => ({
    result: allowed(name) ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
  });
  const events = mockServices.events.mock();
  const { server } = await startMlBackend({
    entities: options?.entities ?? entities,
    sources: [source],
    features: [
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => events,
      }),
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/mock',
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
    post: (path: string, body: object = {}) =>
      request(server).post(path).set('Authorization', authorization).send(body),
    upload: (path: string, csv: string) =>
      request(server)
        .post(path)
        .set('Authorization', authorization)
        .type('text/csv')
        .send(csv),
  });
  const user = as(mockCredentials.user.header());
  const record = async (name: string): Promise<IntakeRecord | undefined> => {
    const all = 'status=no-model&status=no-owner&status=ignored&status=settled';
    const { body } = await user.get(`${intake}?${all}&gone=true`);
    return body.items.find((item: IntakeRecord) => item.record.name === name);
  };
  return {
    events,
    server,
    source,
    user,
    service: as(mockCredentials.service.header()),
    record,
    decideOn: (name: string, decision: object) =>
      user.post(`${intake}/decisions`, {
        items: [{ record: { server: 'eu', name }, decision }],
      }),
  };
}

/** Asks again and again until the answer is as it should be. */
async function eventually(check: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await check();
      return;
    } catch (error) {
      if (attempt === 100) {
        throw error;
      }
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

describe('intake', () => {
  it('lists what nobody has taken yet, with guesses', async () => {
    const { user } = await start();
    const answer = await user.get(intake);
    expectDescribed('get', '/intake', answer);
    expect(answer.body).toMatchObject({
      total: 3,
      items: [
        {
          record: { server: 'eu', name: 'churn' },
          kind: 'model',
          status: 'no-owner',
          boundBy: 'default',
          model: 'model:default/churn',
          versions: 1,
          latestVersion: { label: '1' },
          suggestions: [{ action: 'claim', owner: payments }],
          allowed: ['claim', 'bind', 'ignore'],
        },
        {
          record: { name: 'fraud-score-v2' },
          description: '=Copied before the gift card change',
          suggestions: [{ action: 'bind', model: 'model:default/fraud-score' }],
        },
        { record: { name: 'tmp,"test"' }, status: 'no-model' },
      ],
    });
    const settled = await user.get(`${intake}?status=settled`);
    expect(settled.body.items).toMatchObject([
      {
        record: { name: 'fraud_score' },
        boundBy: 'declared',
        owner: payments,
        versions: 2,
        suggestions: [],
        allowed: [],
      },
    ]);
    const servers = await user.get(`${intake}/servers`);
    expectDescribed('get', '/intake/servers', servers);
    expect(servers.body.items).toEqual([
      {
        server: 'eu',
        title: 'Registry eu',
        counts: { 'no-model': 1, 'no-owner': 2, ignored: 0, settled: 1 },
      },
    ]);
  });

  it.each([
    ['server=us', []],
    ['server=us&server=eu&status=no-model', ['tmp,"test"']],
    ['text=gift%20FRAUD', ['fraud-score-v2']],
    ['boundBy=declared', []],
    ['boundBy=rule&boundBy=default&sort=-name&limit=1', ['tmp,"test"']],
  ])('narrows by %s', async (query, names) => {
    const { user } = await start();
    const { body } = await user.get(`${intake}?${query}`);
    expect(body.items.map((item: IntakeRecord) => item.record.name)).toEqual(
      names,
    );
  });

  it.each([
    ['text=a%00b', /text.*NUL/],
    ['status=lost', /status.*"lost"/],
    ['limit=101', /limit.*101/],
    ['sort=colour', /sort.*"colour"/],
    ['colour=red', /'colour'/],
  ])('names what is wrong with %s', async (query, message) => {
    const { user } = await start();
    const answer = await user.get(`${intake}?${query}`);
    expect(answer.status).toBe(400);
    expectDescribed('get', '/intake', answer);
    expect(answer.body.error.message).toMatch(message);
  });

  it('binds a record: the versions follow, and reset brings them back', async () => {
    const { decideOn, record, events, user } = await start();
    const bound = await decideOn('fraud-score-v2', {
      action: 'bind',
      model: 'fraud-score',
    });
    expectDescribed('post', '/intake/decisions', bound);
    expect(bound.body.items).toEqual([
      {
        record: { server: 'eu', name: 'fraud-score-v2' },
        outcome: 'accepted',
      },
    ]);
    await eventually(async () =>
      expect(await record('fraud-score-v2')).toMatchObject({
        status: 'settled',
        boundBy: 'decision',
        model: 'model:default/fraud-score',
        decision: {
          decision: { action: 'bind', model: 'model:default/fraud-score' },
          decidedBy: 'user:default/mock',
        },
      }),
    );
    const versions = '/api/ml/models/default/fraud-score/versions';
    expect((await user.get(versions)).body.items).toHaveLength(3);
    await eventually(async () =>
      expect(events.publish).toHaveBeenCalledWith({
        topic: 'ml.intake',
        eventPayload: { eventId: expect.any(String), servers: ['eu'] },
      }),
    );

    await decideOn('fraud-score-v2', { action: 'reset' });
    await eventually(async () =>
      expect(await record('fraud-score-v2')).toMatchObject({
        status: 'no-owner',
        boundBy: 'default',
        model: 'model:default/fraud-score-v2',
      }),
    );
    expect((await user.get(versions)).body.items).toHaveLength(2);
  });

  it('ignores a record: its versions are gone until it is claimed', async () => {
    const { decideOn, record, user } = await start();
    await decideOn('churn', { action: 'ignore', reason: 'Only a try' });
    expect(await record('churn')).toMatchObject({
      status: 'ignored',
      versions: 1,
      suggestions: [],
      allowed: ['claim', 'bind', 'reset'],
    });
    await eventually(async () =>
      expect(await record('churn')).toMatchObject({
        goneSince: expect.any(String),
        versions: 1,
      }),
    );
    expect((await user.get(intake)).body.total).toBe(2);

    await decideOn('churn', { action: 'claim', owner: 'payments-fraud' });
    await eventually(async () =>
      expect((await record('churn'))?.goneSince).toBeUndefined(),
    );
    expect(await record('churn')).toMatchObject({
      status: 'no-owner',
      decision: { decision: { action: 'claim', owner: payments } },
    });
  });

  it('tells importers, and nobody else, what was decided', async () => {
    const { decideOn, service, user } = await start();
    await decideOn('churn', { action: 'claim', owner: payments });
    await decideOn('fraud-score-v2', {
      action: 'bind',
      model: 'model:default/fraud-score',
      reason: 'A copy',
    });
    const answer = await service.get(`${intake}/decisions?server=eu`);
    expectDescribed('get', '/intake/decisions', answer);
    expect(answer.body).toEqual({
      items: [
        {
          record: { server: 'eu', name: 'churn' },
          decision: { action: 'claim', owner: payments },
          decidedBy: 'user:default/mock',
          decidedAt: expect.any(String),
        },
        {
          record: { server: 'eu', name: 'fraud-score-v2' },
          decision: {
            action: 'bind',
            model: 'model:default/fraud-score',
            reason: 'A copy',
          },
          decidedBy: 'user:default/mock',
          decidedAt: expect.any(String),
        },
      ],
    });
    const other = await service.get(`${intake}/decisions?server=us`);
    expect(other.body).toEqual({ items: [] });
    const refused = await user.get(`${intake}/decisions?server=eu`);
    expect(refused.status).toBe(403);
    expectDescribed('get', '/intake/decisions', refused);
    const unnamed = await service.get(`${intake}/decisions`);
    expect(unnamed.status).toBe(400);
  });

  it('writes what was decided into the ledger of the Model', async () => {
    const { decideOn, user } = await start();
    await decideOn('churn', { action: 'ignore', reason: 'Only a try' });
    await decideOn('churn', {
      action: 'bind',
      model: 'fraud-score',
      reason: 'It is in use',
    });
    const { body } = await user.get(
      '/api/ml/ledger?subject=model%3Adefault%2Ffraud-score',
    );
    expect(body.items).toMatchObject([
      {
        type: 'dev.understudy.intake.bound',
        subject: 'registry:eu/churn',
        data: {
          actor: { ref: 'user:default/mock', kind: 'user' },
          object: { kind: 'RegistryRecord', ref: 'eu/churn' },
          before: { action: 'ignore', reason: 'Only a try' },
          after: { action: 'bind', model: 'model:default/fraud-score' },
          reason: 'It is in use',
        },
      },
    ]);
  });

  it('takes an edited export back in', async () => {
    const { user, decideOn, record } = await start();
    await decideOn('churn', { action: 'ignore', reason: '=1+1' });
    const exported = await user.get(
      `${intake}/export?status=no-model&status=no-owner&status=ignored`,
    );
    expect(exported.status).toBe(200);
    expect(exported.headers['content-type']).toMatch(/^text\/csv/);
    expect(exported.headers['content-disposition']).toMatch(/attachment/);
    const [header] = exported.text.split('\n');
    expect(header).toBe(
      'server,workspace,record,kind,status,model,modelOwner,versions,latestVersion,firstSeenAt,url,suggestion,action,owner,reason,bindTo',
    );
    const rows: Record<string, string>[] = parse(exported.text, {
      columns: true,
    });
    expect(rows).toMatchObject([
      { record: 'churn', action: 'ignore', reason: "'=1+1" },
      {
        record: 'fraud-score-v2',
        action: '',
        suggestion: expect.stringMatching(/^bind to model:default\/fraud/),
      },
      { record: 'tmp,"test"', status: 'no-model' },
    ]);

    rows[1].action = 'bind';
    rows[1].bindTo = 'fraud-score';
    rows[2].action = 'claim';
    rows[2].owner = 'group:default/missing';
    const edited = stringify(rows, { header: true });
    const tried = await user.upload(`${intake}/import?dryRun=true`, edited);
    expectDescribed('post', '/intake/import', tried);
    expect(tried.body).toMatchObject({
      accepted: 1,
      unchanged: 1,
      refused: 1,
      skipped: 0,
      items: [
        { line: 2, outcome: 'unchanged', record: { name: 'churn' } },
        { line: 3, outcome: 'would-accept' },
        {
          line: 4,
          outcome: 'refused',
          error: { message: expect.stringMatching(/default\/missing/) },
        },
      ],
    });
    expect((await record('fraud-score-v2'))?.decision).toBeUndefined();

    const done = await user.upload(`${intake}/import`, edited);
    expect(done.body).toMatchObject({ accepted: 1, unchanged: 1, refused: 1 });
    expect((await record('fraud-score-v2'))?.decision).toBeDefined();
  });

  it('says what is wrong with an upload', async () => {
    const { user } = await start();
    const upload = async (csv: string) => {
      const answer = await user.upload(`${intake}/import`, csv);
      expectDescribed('post', '/intake/import', answer);
      return [answer.status, answer.body.error.message];
    };
    expect(await upload('server,record\n')).toEqual([
      400,
      "The file lacks the columns 'action'; its columns are 'server', 'record'",
    ]);
    expect(await upload(' ')).toEqual([
      400,
      expect.stringMatching(/body is empty/),
    ]);
    expect(await upload('x'.repeat(1_000_001))).toEqual([
      413,
      expect.any(String),
    ]);
    const json = await user.post(`${intake}/import`, { items: [] });
    expect(json.status).toBe(400);
  });

  it('drafts Models for a pull request', async () => {
    const { user } = await start();
    const answer = await user.post(`${intake}/drafts`, {
      records: ['churn', 'fraud_score', 'tmp,"test"'].map(name => ({
        server: 'eu',
        name,
      })),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^text\/yaml/);
    const documents = parseAllDocuments(answer.text).map(one => one.toJS());
    expect(documents).toMatchObject([
      {
        kind: 'Model',
        metadata: { name: 'churn', namespace: 'default' },
        spec: { registries: [{ server: 'eu', name: 'churn' }] },
      },
      null,
      { kind: 'Model', metadata: { title: 'tmp,"test"' } },
    ]);
    const unknown = await user.post(`${intake}/drafts`, {
      records: [{ server: 'eu', name: 'missing' }],
    });
    expectDescribed('post', '/intake/drafts', unknown);
    expect(unknown.status).toBe(404);
    const none = await user.post(`${intake}/drafts`, { records: [] });
    expect(none.status).toBe(400);
  });

  it('lets people decide with a permission only', async () => {
    const { user, decideOn } = await start({
      allowed: permission => !/^ml\.intake\.(claim|decide)$/.test(permission),
    });
    const refused = await decideOn('churn', { action: 'reset' });
    expect(refused.status).toBe(403);
    expectDescribed('post', '/intake/decisions', refused);
    expect((await user.get(intake)).body.items[0].allowed).toEqual([]);
  });

  it('wants callers to sign in', async () => {
    const { server } = await start();
    for (const path of ['', '/servers', '/decisions?server=eu', '/export']) {
      expect((await request(server).get(`${intake}${path}`)).status).toBe(401);
    }
  });
});
