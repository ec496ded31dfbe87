import { Knex } from 'knex';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { as, person } from './__testUtils__/as';
import {
  createWorld,
  MODEL,
  prepareDatabase,
  PromotionWorld,
  startPromotions,
} from './__testUtils__/startPromotions';

describe.each(databases.eachSupportedId())('promotions on %p', databaseId => {
  let knex: Knex;
  let world: PromotionWorld;
  let portal: Awaited<ReturnType<typeof startPromotions>>;

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    world = createWorld();
    await prepareDatabase(knex);
    portal = await startPromotions(knex, world);
  });

  afterEach(async () => {
    await portal.stop();
  });

  const scientist = () => as(portal.app, person('scientist'));
  const lead = () => as(portal.app, person('lead'));

  async function ask(version: string, segment = '*') {
    const response = await scientist().post('/promotions', {
      model: MODEL,
      version,
      stage: 'production',
      segment,
      reason: 'Better recall',
    });
    return response;
  }

  async function promote(version: string, segment = '*') {
    const { body } = await ask(version, segment);
    await lead().post(`/promotions/${body.id}/approve`, {
      revision: body.revision,
    });
    await portal.settle();
    return (await scientist().get(`/promotions/${body.id}`)).body;
  }

  it('goes from a request over an approval to an assignment', async () => {
    const asked = await ask('44');
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({
      kind: 'promote',
      model: MODEL,
      version: '44',
      state: 'awaiting_approval',
      target: { environment: 'production', segment: '*' },
      requestedBy: 'user:default/scientist',
      gateRuns: [{ gateId: 'auc', status: 'pass', blocks: false }],
      requirements: [
        {
          id: 'owner',
          groups: ['group:default/payments-fraud'],
          eligible: 'first-choice',
          approved: 0,
        },
      ],
      allowedActions: ['cancel'],
    });

    const page = await lead().get(`/promotions/${asked.body.id}`);
    expect(page.body.allowedActions).toEqual(['approve', 'reject', 'cancel']);

    const approved = await lead().post(`/promotions/${asked.body.id}/approve`, {
      revision: page.body.revision,
      reason: 'Looks good',
    });
    expect(approved.status).toBe(200);
    expect(approved.body).toMatchObject({
      state: 'approved',
      approvals: [
        {
          approver: 'user:default/lead',
          via: 'group:default/payments-fraud',
          reason: 'Looks good',
        },
      ],
    });

    await portal.settle();

    const done = await scientist().get(`/promotions/${asked.body.id}`);
    expect(done.body).toMatchObject({
      state: 'succeeded',
      execution: {
        alias: {
          server: 'eu',
          record: 'fraud_score',
          alias: 'champion',
          version: '44',
        },
        manualCommand: 'set fraud_score champion 44',
        finishedAt: expect.any(String),
      },
      champion: { version: '44' },
    });
    expect(done.body).not.toHaveProperty('replaced');
    expect(world.registry.writes).toEqual(['champion=44']);

    const assignments = await scientist().get(
      '/models/default/fraud-score/assignments',
    );
    expect(assignments.body.items).toEqual([
      expect.objectContaining({
        version: '44',
        stage: 'production',
        slot: 'champion',
        trafficPercent: 100,
        promotionId: asked.body.id,
      }),
    ]);
    const ledger = await scientist().get(
      `/ledger?subject=${encodeURIComponent(MODEL)}`,
    );
    expect(
      ledger.body.items.map((event: { type: string }) => event.type).reverse(),
    ).toEqual([
      'dev.understudy.promotion.created',
      'dev.understudy.promotion.submitted',
      'dev.understudy.promotion.gate.finished',
      'dev.understudy.promotion.approval.requested',
      'dev.understudy.promotion.approved',
      'dev.understudy.promotion.executing',
      'dev.understudy.assignment.opened',
      'dev.understudy.promotion.succeeded',
    ]);
    // Each change is audited, by whoever it came.
    const audited = portal.auditor.createEvent.mock.calls.map(
      ([{ eventId, meta }]) => meta?.actionType ?? eventId,
    );
    expect(audited).toEqual([
      'promotion-request',
      'promotion-approve',
      'promotion.executing',
      'assignment.opened',
      'promotion.succeeded',
    ]);
    const verified = await scientist().get('/ledger/verify');
    expect(verified.body).toMatchObject({ valid: true, checked: 9 });
  });

  it('rolls back to the champion before', async () => {
    await promote('41');
    const newer = await promote('44');

    const response = await lead().post('/models/default/fraud-score/rollback', {
      environment: 'production',
    });
    expect(response.status).toBe(202);
    expect(response.body).toMatchObject({
      kind: 'rollback',
      version: '41',
      state: 'executing',
      rollbackOf: newer.id,
      reasonDueAt: '2026-11-24T12:00:00.000Z',
    });

    await portal.settle();

    expect(world.registry.state.get('champion')).toBe('41');
    const undone = await scientist().get(`/promotions/${newer.id}`);
    expect(undone.body.state).toBe('rolled_back');
    // What each of them took the target from, whatever holds it now.
    expect(undone.body.replaced).toMatchObject({ version: '41' });
    const rollback = await scientist().get(`/promotions/${response.body.id}`);
    expect(rollback.body.replaced).toMatchObject({ version: '44' });
    const history = await scientist().get(
      '/models/default/fraud-score/assignments?view=history',
    );
    expect(
      history.body.items.map((item: { version: string; until?: string }) => [
        item.version,
        item.until !== undefined,
      ]),
    ).toEqual([
      ['41', false],
      ['44', true],
      ['41', true],
    ]);
    const ofOne = await scientist().get(
      `/models/default/fraud-score/assignments?view=history&versionId=${newer.versionId}`,
    );
    expect(ofOne.body.items).toMatchObject([{ version: '44' }]);
    const wrong = await scientist().get(
      '/models/default/fraud-score/assignments?versionId=44',
    );
    expect(wrong.status).toBe(400);
  });
});
