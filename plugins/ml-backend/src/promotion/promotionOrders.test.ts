import {
  activePromotionStates,
  finalPromotionStates,
  PromotionState,
} from '@understudy/plugin-ml-common';
import fc from 'fast-check';
import { databases } from '../__testUtils__/migratedDatabase';
import { openPortal, Portal } from './__testUtils__/openPortal';
import { group, insertMetric, user } from './__testUtils__/startPromotions';

const step = fc.oneof(
  fc.record({
    do: fc.constant('ask' as const),
    version: fc.constantFrom('41', '42', '43', '44'),
    who: fc.constantFrom('scientist', 'lead'),
  }),
  fc.record({
    do: fc.constantFrom(
      'approve' as const,
      'reject' as const,
      'cancel' as const,
      'reevaluate' as const,
    ),
    which: fc.nat({ max: 5 }),
    who: fc.constantFrom('scientist', 'lead', 'risk-officer', 'stranger'),
    stale: fc.boolean(),
  }),
  fc.record({ do: fc.constantFrom('work' as const, 'sweep' as const) }),
  fc.record({ do: fc.constant('rollback' as const) }),
  fc.record({ do: fc.constant('registry' as const), down: fc.boolean() }),
  fc.record({ do: fc.constant('metric' as const), good: fc.boolean() }),
  fc.record({ do: fc.constant('team' as const), lead: fc.boolean() }),
  fc.record({
    do: fc.constant('wait' as const),
    seconds: fc.nat({ max: 400 }),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function perform(portal: Portal, one: Step): Promise<void> {
  switch (one.do) {
    case 'ask':
      await portal.ask(one.version, {}, one.who);
      return;
    case 'work':
      await portal.settle();
      return;
    case 'sweep':
      await portal.feature.sweeper.sweep(new AbortController().signal);
      return;
    case 'rollback':
      await portal.rollBack();
      return;
    case 'registry':
      portal.world.registry.down = one.down ? new Error('down') : undefined;
      return;
    case 'metric':
      await insertMetric(
        portal.knex,
        portal.versions['44'],
        one.good ? 0.95 : 0.5,
      );
      return;
    case 'team':
      portal.world.entities = [
        ...portal.world.entities.filter(
          entity => entity.metadata.name !== 'lead',
        ),
        user('lead', one.lead ? 'payments-fraud' : 'search'),
        group('search'),
      ];
      return;
    case 'wait':
      portal.advance(one.seconds);
      return;
    default: {
      const rows = await portal.knex('promotion').orderBy('id');
      const row = rows[one.which % Math.max(rows.length, 1)];
      if (row) {
        await portal.by(one.who).post(`/promotions/${row.id}/${one.do}`, {
          revision: row.revision - (one.stale ? 1 : 0),
          ...(one.do === 'reject' ? { reason: 'No' } : {}),
        });
      }
    }
  }
}

/** What must hold after every step, whatever the order. */
async function check(portal: Portal): Promise<void> {
  const open = await portal.knex('assignment').whereNull('until');
  expect(open.length).toBeLessThanOrEqual(1);

  const rows = await portal.knex('promotion');
  const active = rows.filter(row =>
    activePromotionStates.includes(row.state as PromotionState),
  );
  expect(active.length).toBeLessThanOrEqual(1);

  // Without a promotion under way the registry is where the portal says.
  if (active.length === 0 && open.length === 1) {
    const label = Object.entries(portal.versions).find(
      ([, id]) => id === open[0].version_id,
    )?.[0];
    expect(portal.world.registry.state.get('champion')).toBe(label);
  }

  const events = await portal.knex('event').orderBy('sequence');
  for (const row of rows) {
    const own = events
      .filter(event => event.correlation_id === row.id)
      .map(event => JSON.parse(event.data))
      .filter(data => data.object.kind === 'Promotion');
    // The ledger tells the same story as the row.
    expect(own.at(-1).after.state).toBe(row.state);
    const ends = own.filter(
      data =>
        finalPromotionStates.includes(data.after.state) &&
        data.before?.state !== data.after.state,
    );
    expect(ends.length).toBeLessThanOrEqual(
      row.state === 'rolled_back' ? 2 : 1,
    );
    // Nothing was promoted without somebody else's approval.
    if (row.kind === 'promote' && row.state === 'succeeded') {
      const approvals = await portal
        .knex('promotion_approval')
        .where({ promotion_id: row.id, decision: 'approve' })
        .whereNull('stale_since');
      expect(approvals).not.toHaveLength(0);
      for (const approval of approvals) {
        expect(approval.approver).not.toBe(row.requested_by);
        expect(approval.subject_digest).toBe(row.subject_digest);
      }
    }
  }
}

describe.each(databases.eachSupportedId())('any order on %p', databaseId => {
  it('keeps every promise', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 25 }),
        async steps => {
          const portal = await openPortal(databaseId);
          try {
            for (const one of steps) {
              await perform(portal, one);
              await check(portal);
            }
            const { body } = await portal.by('lead').get('/ledger/verify');
            expect(body.valid).toBe(true);
          } finally {
            await portal.stop();
            await portal.knex.destroy();
          }
        },
      ),
      { numRuns: databaseId === 'SQLITE_3' ? 25 : 8 },
    );
  }, 240_000);
});
