import { databases } from '../__testUtils__/migratedDatabase';
import { openPortal, Portal } from './__testUtils__/openPortal';
import { POLICY } from './__testUtils__/policy';
import { insertMetric, MODEL } from './__testUtils__/startPromotions';

describe.each(databases.eachSupportedId())('requests on %p', databaseId => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await openPortal(databaseId);
  });

  afterEach(async () => {
    await portal.stop();
  });

  it('gives the same promotion to a double click', async () => {
    const answers = await Promise.all([
      portal.ask('44'),
      portal.ask('44'),
      portal.ask('44'),
    ]);
    const ids = new Set(answers.map(answer => answer.body.id));
    expect(ids.size).toBe(1);
    expect(answers.map(answer => answer.status).sort()).toEqual([
      200, 200, 201,
    ]);
    expect(await portal.knex('promotion')).toHaveLength(1);
  });

  it('tells somebody else that it was asked for', async () => {
    const first = await portal.ask('44');
    const second = await portal.ask('44', {}, 'lead');
    expect(second.status).toBe(409);
    expect(second.body.error).toMatchObject({
      message: expect.stringContaining("'user:default/scientist' has asked"),
      promotionId: first.body.id,
    });
  });

  it('answers the same for the same Idempotency-Key', async () => {
    const post = (version: string) =>
      portal
        .by('scientist')
        .post(
          '/promotions',
          { model: MODEL, version, stage: 'production' },
          { 'idempotency-key': 'k1' },
        );
    const first = await post('44');
    await portal.by('scientist').post(`/promotions/${first.body.id}/cancel`, {
      revision: first.body.revision,
    });
    const again = await post('44');
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    const other = await post('43');
    expect(other.status).toBe(422);

    portal.advance(24 * 3600 + 1);
    const nextDay = await post('44');
    expect(nextDay.body.id).not.toBe(first.body.id);
  });

  it.each([
    [{ version: '99' }, 404, "has no version '99'"],
    [
      { stage: 'canary' },
      400,
      "has no stage 'canary'; it has 'staging', 'production'",
    ],
    [
      { environment: 'staging' },
      400,
      "leads to the environment 'production', not to 'staging'",
    ],
    [{ segment: 'market' }, 400, "Segment 'market' has the part 'market'"],
    [
      { segment: 'channel=web' },
      400,
      "names no alias for the segment 'channel=web'",
    ],
    [{ segment: 'market=a.b' }, 400, "gives the alias 'champion-a.b'"],
    [{ model: 'model:default/nope' }, 404, "No model 'model:default/nope'"],
    [{ stage: undefined }, 400, 'body.stage is missing'],
    [{ revision: 3 }, 400, "Unrecognized key(s) in object: 'revision'"],
    [{ reason: 'x'.repeat(4001) }, 400, 'body.reason'],
  ])('refuses %j', async (body, status, message) => {
    const { version = '44', ...rest } = body as { version?: string };
    const response = await portal.ask(version, rest);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
    expect(await portal.knex('promotion')).toHaveLength(0);
  });

  it('sorts the pairs of a segment', async () => {
    await portal.setPolicy(
      POLICY.replace(
        "{keys: [market], template: 'champion-{market}'}",
        "{keys: [store, market], template: '{market}-{store}'}",
      ),
    );
    const { body } = await portal.ask('44', { segment: 'store=7,market=de' });
    expect(body.target.segment).toBe('market=de,store=7');
  });

  it('refuses what holds the target already', async () => {
    await portal.promote('44');
    const again = await portal.ask('44');
    expect(again.status).toBe(409);
    expect(again.body.error.message).toContain('holds production · * already');
  });

  it('refuses a version that is gone from its registry', async () => {
    await portal
      .knex('version')
      .where({ id: portal.versions['44'] })
      .update({ gone_since: '2026-11-22T00:00:00.000Z' });
    const response = await portal.ask('44');
    expect(response.status).toBe(409);
    expect(response.body.error.message).toContain('is gone from its registry');
  });

  it('says what to configure when no policy applies', async () => {
    await portal.setPolicy(
      POLICY.replace('spec:', 'spec:\n  appliesTo: {owners: [search]}'),
    );
    const response = await portal.ask('44');
    expect(response.status).toBe(409);
    expect(response.body.error.message).toContain("'ml.policies'");
  });

  it('needs the permission', async () => {
    portal.world.permissions.denied.add('ml.promotion.create');
    const response = await portal.ask('44');
    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain('ml.promotion.create');
  });

  it('lets services and agents propose', async () => {
    const body = { model: MODEL, version: '44', stage: 'production' };
    const byService = await portal.asService().post('/promotions', body);
    expect(byService.body).toMatchObject({
      requestedBy: 'external:test-service',
      state: 'awaiting_approval',
    });
    const byAgent = await portal
      .asAgentOf('scientist')
      .post('/promotions', { ...body, version: '43' });
    expect(byAgent.body.requestedBy).toBe('user:default/scientist');
    const [created] = await portal
      .knex('event')
      .where({ correlation_id: byAgent.body.id })
      .orderBy('sequence');
    expect(JSON.parse(created.data).actor).toEqual({
      ref: 'plugin:mcp-actions',
      kind: 'service',
      onBehalfOf: 'user:default/scientist',
    });
  });

  it('is blocked by a gate, says why, and goes on when evidence arrives', async () => {
    await insertMetric(portal.knex, portal.versions['44'], 0.8);
    const { body } = await portal.ask('44');
    expect(body).toMatchObject({
      state: 'blocked',
      gateRuns: [
        {
          gateId: 'auc',
          status: 'fail',
          blocks: true,
          remedy: expect.any(String),
        },
      ],
      waitingFor: expect.stringContaining("Gate 'auc'"),
    });
    expect(body.allowedActions).toEqual(['cancel', 'reevaluate']);

    const reevaluate = (revision: number) =>
      portal
        .by('scientist')
        .post(`/promotions/${body.id}/reevaluate`, { revision });
    expect((await reevaluate(body.revision)).status).toBe(429);
    portal.advance(61);
    const stillBlocked = await reevaluate(body.revision);
    expect(stillBlocked.body).toMatchObject({
      state: 'blocked',
      gateRuns: [{ attempt: 2 }],
    });
    expect((await reevaluate(body.revision)).status).toBe(409);

    await insertMetric(portal.knex, portal.versions['44'], 0.95);
    await portal.feature.sweeper.sweep(new AbortController().signal);
    expect((await portal.read(body.id)).state).toBe('awaiting_approval');
  });

  it('explains a gate', async () => {
    const { body } = await portal.ask('44');
    const explained = await portal
      .by('lead')
      .post(`/promotions/${body.id}/gates/auc/explain`, {});
    expect(explained.body).toMatchObject({
      words: 'roc_auc on holdout is at least 0.9',
      run: { status: 'pass' },
      inputs: { measurements: [{ value: 0.93 }] },
      replay: { status: 'pass', same: true },
    });
    const missing = await portal
      .by('lead')
      .post(`/promotions/${body.id}/gates/nope/explain`, {});
    expect(missing.status).toBe(404);
  });

  it('is withdrawn by who asked or an owner, and by nobody else', async () => {
    const { body } = await portal.ask('44');
    const cancel = (who: string, revision: number) =>
      portal.by(who).post(`/promotions/${body.id}/cancel`, { revision });
    expect((await cancel('stranger', body.revision)).status).toBe(403);
    expect((await cancel('lead', body.revision + 1)).status).toBe(409);
    const done = await cancel('lead', body.revision);
    expect(done.body.state).toBe('cancelled');
    expect((await cancel('lead', body.revision)).status).toBe(200);
    const events = await portal
      .knex('event')
      .where({ type: 'dev.understudy.promotion.cancelled' });
    expect(events).toHaveLength(1);
  });

  it('expires when nobody decides in time', async () => {
    await portal.setPolicy(
      POLICY.replace('order: 1', 'order: 1\n      timeouts: {approve: 2d}'),
    );
    const { body } = await portal.ask('44');
    expect(body.expiresAt).toBe('2026-11-25T12:00:00.000Z');
    const { signal } = new AbortController();
    await portal.feature.sweeper.sweep(signal);
    expect((await portal.read(body.id)).state).toBe('awaiting_approval');
    portal.advance(2 * 24 * 3600);
    await portal.feature.sweeper.sweep(signal);
    expect((await portal.read(body.id)).state).toBe('expired');
  });

  it('lists what the caller may read, page by page', async () => {
    for (const version of ['42', '43', '44']) {
      await portal.ask(version);
      portal.advance(1);
    }
    const list = async (query: string) =>
      (await portal.by('lead').get(`/promotions?${query}`)).body;
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${first.nextCursor}`);
    expect(
      [...first.items, ...second.items].map(
        (item: { version: string }) => item.version,
      ),
    ).toEqual(['44', '43', '42']);
    expect(second.nextCursor).toBeUndefined();
    expect((await list('state=blocked')).items).toEqual([]);
    expect(
      (await list(`model=${MODEL}&state=awaiting_approval`)).items,
    ).toHaveLength(3);
    const bad = await portal.by('lead').get('/promotions?state=sleeping');
    expect(bad.status).toBe(400);

    portal.world.entities = portal.world.entities.filter(
      entity => entity.kind !== 'Model',
    );
    expect((await list('limit=2')).items).toEqual([]);
    const one = await portal.by('lead').get(`/promotions/${first.items[0].id}`);
    expect(one.status).toBe(404);
  });

  it('needs no alias for a version that no registry holds', async () => {
    await portal
      .knex('version')
      .where({ id: portal.versions['44'] })
      .update({ record_id: null, record_version: null, source_type: 'rest' });
    const done = await portal.promote('44');
    expect(done.state).toBe('succeeded');
    expect(done.execution.alias).toBeUndefined();
    expect(portal.world.registry.writes).toEqual([]);
    expect(await portal.assignments()).toMatchObject([{ version: '44' }]);
  });

  it('goes to a test stage without gates, approvals and steps', async () => {
    const { body } = await portal.ask('44', { stage: 'staging' });
    expect(body.state).toBe('approved');
    await portal.settle();
    expect(await portal.assignments()).toMatchObject([
      { version: '44', stage: 'staging', slot: 'none', trafficPercent: 0 },
    ]);
  });

  it('offers what can be asked for', async () => {
    await portal.promote('44', { segment: 'market=de' });
    const { body } = await portal
      .by('scientist')
      .get('/models/default/fraud-score/promotion-options');
    expect(body).toMatchObject({
      policyRef: 'standard',
      stages: [
        { name: 'staging', environments: ['staging'], gates: [] },
        {
          name: 'production',
          gates: [{ id: 'auc', words: 'roc_auc on holdout is at least 0.9' }],
          approvals: [{ id: 'owner' }],
        },
      ],
      segments: ['*', 'market=de'],
      aliases: [
        { target: { segment: '*' }, alias: 'champion' },
        { target: { segment: 'market=de' }, alias: 'champion-de' },
      ],
      mayPromote: true,
      mayRollBack: true,
    });
  });
});
