import { databases } from '../__testUtils__/migratedDatabase';
import { openPortal, Portal } from '../promotion/__testUtils__/openPortal';
import { POLICY } from '../promotion/__testUtils__/policy';
import { startPromotions } from '../promotion/__testUtils__/startPromotions';

describe.each(databases.eachSupportedId())('policies on %p', databaseId => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await openPortal(databaseId);
  });

  afterEach(async () => {
    await portal.stop();
  });

  const status = async () =>
    (await portal.by('lead').get('/policies')).body.items[0];

  it('says what is in force', async () => {
    expect(await status()).toMatchObject({
      target: expect.stringContaining('policy.yaml'),
      policies: [{ name: 'standard', priority: 0 }],
      loadedAt: '2026-11-23T12:00:00.000Z',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('keeps the last good text after a bad edit, and shows the fault', async () => {
    const before = await status();
    portal.advance(60);
    await portal.setPolicy(POLICY.replace('type: metric', 'type: freeze'));
    expect(await status()).toMatchObject({
      policies: [{ name: 'standard' }],
      digest: before.digest,
      loadedAt: before.loadedAt,
      checkedAt: '2026-11-23T12:01:00.000Z',
      error: expect.stringContaining(
        'spec.stages[1].gates[0].type: "freeze" is not supported yet',
      ),
    });
    expect((await portal.ask('44')).body.gateRuns).toHaveLength(1);

    await portal.setPolicy(POLICY);
    expect((await status()).error).toBeUndefined();
  });

  it('keeps it over a restart', async () => {
    await portal.setPolicy('nonsense');
    const restarted = await startPromotions(portal.knex, portal.world, {
      policy: 'nonsense',
    });
    await restarted.stop();
    expect((await portal.ask('44')).status).toBe(201);
  });

  it('notes a change once in the ledger', async () => {
    await portal.feature.policies.refresh();
    await portal.setPolicy(POLICY.replace('0.9', '0.91'));
    await portal.feature.policies.refresh();
    const events = await portal
      .knex('event')
      .where({ type: 'dev.understudy.policy.changed' })
      .orderBy('sequence');
    expect(events).toHaveLength(2);
    const [first, second] = events.map(event => JSON.parse(event.data));
    expect(second.before).toEqual({ digest: first.after.digest });
  });

  it('promotes nothing while a file was never read well', async () => {
    await portal.knex('policy_document').delete();
    const response = await portal.ask('44');
    expect(response.status).toBe(503);
    expect(response.body.error.message).toContain('never been read well');
  });
});
