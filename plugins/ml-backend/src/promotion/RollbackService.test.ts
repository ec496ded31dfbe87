import { databases } from '../__testUtils__/migratedDatabase';
import { openPortal, Portal } from './__testUtils__/openPortal';

describe.each(databases.eachSupportedId())('rollback on %p', databaseId => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await openPortal(databaseId);
  });

  afterEach(async () => {
    await portal.stop();
  });

  const champion = async () =>
    (await portal.assignments()).map((one: { version: string }) => one.version);

  it('goes one step further back each time, and not in circles', async () => {
    await portal.promote('40');
    await portal.promote('41');
    await portal.promote('44');
    await portal.rollBack();
    await portal.settle();
    expect(await champion()).toEqual(['41']);
    await portal.rollBack();
    await portal.settle();
    expect(await champion()).toEqual(['40']);
    const end = await portal.rollBack();
    expect(end.status).toBe(409);
    expect(end.body.error.message).toContain("'40' is the only champion");
  });

  it('restores what the registry had before the first promotion', async () => {
    const seenAt = '2026-11-02T00:00:00.000Z';
    const { record_id } = await portal
      .knex('version')
      .where({ label: '40' })
      .first();
    await portal.knex('version_alias').insert({
      record_id,
      alias: 'champion',
      version_id: portal.versions['40'],
      seen_at: seenAt,
    });
    const first = await portal.promote('44');
    expect(first.execution.heldBefore).toMatchObject({ version: '40' });
    expect(await portal.assignments('?view=history')).toMatchObject([
      { version: '44' },
      { version: '40', since: seenAt, until: expect.any(String) },
    ]);

    await portal.rollBack();
    await portal.settle();
    expect(await champion()).toEqual(['40']);
    expect(portal.world.registry.state.get('champion')).toBe('40');
    // Pages need not wait for the registry to be read again.
    expect(await portal.knex('version_alias')).toMatchObject([
      { alias: 'champion', version_id: portal.versions['40'] },
    ]);
  });

  it('restores a named version that was champion there', async () => {
    await portal.promote('40');
    await portal.promote('41');
    await portal.promote('44');
    const response = await portal.rollBack({ version: '40', reason: 'Drift' });
    expect(response.body).toMatchObject({ version: '40', reason: 'Drift' });
    expect(response.body.reasonDueAt).toBeUndefined();
    await portal.settle();
    expect(await champion()).toEqual(['40']);
  });

  it.each([
    [{ version: '43' }, 409, 'was never champion at production · *'],
    [{ version: '99' }, 404, "no version '99'"],
    [{ version: '44' }, 409, 'is the champion at production · * already'],
    [{ segment: 'market=de' }, 409, 'nothing to roll back to'],
    [{ environment: 'nowhere' }, 409, 'nothing to roll back to'],
    [{ environment: undefined }, 400, 'body.environment is missing'],
    [{ replaces: '43' }, 409, "the champion is '44' now"],
  ])('refuses %j', async (body, status, message) => {
    await portal.promote('41');
    await portal.promote('44');
    const response = await portal.rollBack(body);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
    expect(await champion()).toEqual(['44']);
  });

  it('is safe to click twice, before and after it is done', async () => {
    await portal.promote('40');
    await portal.promote('41');
    await portal.promote('44');
    const click = () => portal.rollBack({ replaces: '44' });
    const first = await click();
    const second = await click();
    expect(second.body.id).toBe(first.body.id);
    await portal.settle();
    const third = await click();
    expect(third.status).toBe(409);
    expect(await champion()).toEqual(['41']);
  });

  it('needs the permission, which services may have', async () => {
    await portal.promote('41');
    await portal.promote('44');
    portal.world.permissions.denied.add('ml.promotion.rollback');
    expect((await portal.rollBack({}, 'stranger')).status).toBe(403);
    portal.world.permissions.denied.clear();
    const response = await portal
      .asService()
      .post('/models/default/fraud-score/rollback', {
        environment: 'production',
      });
    expect(response.status).toBe(202);
    expect(response.body.requestedBy).toBe('external:test-service');
  });

  it('is recorded while the registry is down, says how to do it by hand, and counts that', async () => {
    await portal.promote('41');
    await portal.promote('44');
    portal.world.registry.down = new Error('connect ECONNREFUSED');
    const { body } = await portal.rollBack();
    await portal.settle();

    const waiting = await portal.read(body.id);
    expect(waiting).toMatchObject({
      state: 'executing',
      waitingFor: expect.stringContaining('MLflow EU could not be changed'),
      execution: {
        attempt: 1,
        lastError: expect.stringContaining('ECONNREFUSED'),
        nextAttemptAt: '2026-11-23T12:00:05.000Z',
        manualCommand: 'set fraud_score champion 41',
      },
    });
    expect(await champion()).toEqual(['44']);

    // Somebody types the command; then the portal can reach the registry.
    portal.world.registry.down = undefined;
    portal.world.registry.state.set('champion', '41');
    portal.advance(6);
    await portal.settle();
    expect((await portal.read(body.id)).state).toBe('succeeded');
    expect(portal.world.registry.writes).toEqual([
      'champion=41',
      'champion=44',
    ]);
    expect(await champion()).toEqual(['41']);
  });

  it('needs no policy that applies today', async () => {
    await portal.promote('41');
    await portal.promote('44');
    await portal.setPolicy('broken: [');
    await portal.knex('policy_document').delete();
    expect((await portal.ask('43')).status).toBe(503);
    await portal.rollBack();
    await portal.settle();
    expect(await champion()).toEqual(['41']);
  });

  it('supersedes what waits for the same target and leaves others alone', async () => {
    await portal.promote('41');
    await portal.promote('44');
    const waiting = (await portal.ask('43')).body;
    const approved = (await portal.ask('42')).body;
    await portal.approve(approved.id);
    const elsewhere = (await portal.ask('43', { segment: 'market=de' })).body;

    const { body } = await portal.rollBack();
    await portal.settle();

    for (const { id } of [waiting, approved]) {
      expect(await portal.read(id)).toMatchObject({
        state: 'superseded',
        supersededBy: body.id,
      });
    }
    expect((await portal.read(elsewhere.id)).state).toBe('awaiting_approval');
    expect(await champion()).toEqual(['41']);
  });

  it('stops a promotion that is being executed and keeps what is there', async () => {
    await portal.promote('40');
    await portal.promote('41');
    const { registry } = portal.world;
    registry.down = new Error('slow');
    const moving = (await portal.ask('44')).body;
    await portal.approve(moving.id);
    await portal.settle();
    expect((await portal.read(moving.id)).state).toBe('executing');
    const options = await portal
      .by('lead')
      .get('/models/default/fraud-score/rollback-options');
    expect(options.body.items).toMatchObject([
      {
        current: { version: '41' },
        previous: { version: '41' },
        underWay: { promotionId: moving.id, version: '44' },
      },
    ]);

    registry.down = undefined;
    registry.state.set('champion', '44');
    const { body } = await portal.rollBack();
    expect(body).toMatchObject({ version: '41', rollbackOf: moving.id });
    portal.advance(10);
    await portal.settle();

    expect((await portal.read(moving.id)).state).toBe('aborted');
    expect((await portal.read(body.id)).state).toBe('succeeded');
    expect(registry.state.get('champion')).toBe('41');
    expect(await champion()).toEqual(['41']);
  });

  it('points the alias back when a stopped call arrives late', async () => {
    await portal.promote('40');
    await portal.promote('41');
    const { registry } = portal.world;
    let arrive: () => void = () => {};
    const reached = new Promise<void>(onWay => {
      registry.beforeSet = () => {
        registry.beforeSet = async () => {};
        onWay();
        return new Promise(resolve => {
          arrive = resolve;
        });
      };
    });
    const moving = (await portal.ask('44')).body;
    await portal.approve(moving.id);
    const late = portal.feature.worker.runOnce();
    await reached;

    const { body } = await portal.rollBack();
    await portal.settle();
    expect((await portal.read(body.id)).state).toBe('succeeded');
    arrive();
    await late;
    // The late call has moved the alias; nothing else of it counts.
    expect(registry.state.get('champion')).toBe('44');
    expect((await portal.read(moving.id)).state).toBe('aborted');
    expect(await champion()).toEqual(['41']);

    portal.advance(80);
    while ((await portal.feature.outboxWorker.runOnce()) > 0) {
      // Until nothing is left.
    }
    expect(registry.state.get('champion')).toBe('41');
  });

  it('takes the reason later, once', async () => {
    await portal.promote('41');
    await portal.promote('44');
    const { body } = await portal.rollBack();
    await portal.settle();
    const explain = (reason: string, who = 'lead') =>
      portal.by(who).post(`/promotions/${body.id}/reason`, { reason });
    const given = await explain('Chargebacks doubled');
    expect(given.body.reason).toBe('Chargebacks doubled');
    expect(given.body.reasonDueAt).toBeUndefined();
    expect((await explain('Chargebacks doubled')).status).toBe(200);
    expect((await explain('Something else')).status).toBe(409);
    portal.world.permissions.denied.add('ml.promotion.rollback');
    expect((await explain('Mine', 'stranger')).status).toBe(403);
  });

  it('keeps targets apart', async () => {
    await portal.promote('41');
    await portal.promote('42', { segment: 'market=de' });
    await portal.promote('44', { segment: 'market=de' });
    await portal.rollBack({ segment: 'market=de' });
    await portal.settle();
    expect(Object.fromEntries(portal.world.registry.state)).toEqual({
      champion: '41',
      'champion-de': '42',
    });
    const at = await portal.assignments('?at=2026-11-23T11:00:00Z');
    expect(at).toEqual([]);
  });
});
