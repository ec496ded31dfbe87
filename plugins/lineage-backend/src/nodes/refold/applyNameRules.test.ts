import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import {
  acceptEvents,
  drainEvents,
  exportText,
  testNow,
  testRules,
} from '../../__testUtils__/ingest';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { dataset, runEvent } from '../../__testUtils__/runEvent';
import { Drainer } from '../../ingestion/Drainer';
import { readNameRules } from '../../names/readNameRules';
import { applyNameRules } from './applyNameRules';

jest.setTimeout(60_000);

const rulesWith = (names: JsonObject) =>
  readNameRules(new ConfigReader({ lineage: { names } }));
const events = [
  runEvent({
    runId: '0192d0a0-0000-7000-8000-000000000001',
    inputs: [dataset('a_20260101')],
    outputs: [dataset('b')],
  }),
  runEvent({
    runId: '0192d0a0-0000-7000-8000-000000000002',
    time: '2026-11-21T10:00:00Z',
    inputs: [dataset('a_20260102')],
    outputs: [dataset('b')],
  }),
];

/** A database that is gone after so many transactions. */
function dyingAfter(knex: Knex, life: { left: number; steps: number }): Knex {
  return new Proxy(knex, {
    get: (target, key) => {
      life.steps += key === 'transaction' ? 1 : 0;
      if (life.steps > life.left) {
        throw new Error('Killed');
      }
      return Reflect.get(target, key);
    },
  });
}

describe.each(databases.eachSupportedId())('applyNameRules on %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await migratedDatabase(id);
    await acceptEvents(knex, events);
  });

  /** In words: `a > load (production)`. */
  const edges = async () => {
    const rows = await knex('edge')
      .join('node as s', 's.id', 'edge.src')
      .join('node as d', 'd.id', 'edge.dst')
      .join('environment as e', 'e.id', 'edge.environment_id')
      .select('s.name as source', 'd.name as target', 'e.name as env');
    return rows.map(row => `${row.source} > ${row.target} (${row.env})`).sort();
  };

  it('makes the graph anew from names whose events are long gone', async () => {
    await drainEvents(knex);
    await knex('event').delete();
    expect(await edges()).toEqual([
      'a > load (production)',
      'load > b (production)',
    ]);
    const rules = rulesWith({
      usual: false,
      environments: [{ name: 'b', environment: 'test' }],
    });
    await applyNameRules(knex, rules);
    expect(await edges()).toEqual([
      'a_20260101 > load (production)',
      'a_20260102 > load (production)',
      'load > b (test)',
    ]);
    expect(await knex('node').where({ name: 'a' })).toEqual([]);
    await applyNameRules(knex, testRules);
    expect(await edges()).toEqual([
      'a > load (production)',
      'load > b (production)',
    ]);
  });

  it('begins again where it was stopped halfway', async () => {
    await drainEvents(knex);
    const expected = await exportText(knex);
    const rules = rulesWith({ usual: false });
    let steps = 0;
    // Killed later and later, until it comes through. What was begun in a
    // transaction goes with it.
    for (let after = 0; ; after++) {
      const life = { left: after, steps: 0 };
      const mortal = dyingAfter(knex, life);
      const outcome = await applyNameRules(mortal, rules).catch(
        (error: Error) => error.message,
      );
      steps = life.steps;
      if (outcome === true) {
        break;
      }
      expect(outcome).toBe('Killed');
      await applyNameRules(knex, after % 2 ? rules : testRules);
      if (after % 2) {
        await applyNameRules(knex, testRules);
      }
      expect(await exportText(knex)).toBe(expected);
    }
    expect(steps).toBeGreaterThan(4);
    expect(await edges()).toContain('a_20260101 > load (production)');
  });

  it('leaves events to a backend with rules of a newer version', async () => {
    const older = new Drainer({
      knex,
      rules: rulesWith({ version: 1 }),
      windowMs: 1e9,
      batchEvents: 1,
      now: () => testNow,
    });
    expect(await older.drainBatch()).toEqual({ done: 1, dead: [] });
    await applyNameRules(knex, rulesWith({ version: 2, usual: false }));
    expect(await older.drainBatch()).toEqual({
      done: 0,
      dead: [],
      rest: 'busy',
    });
    expect(await older.drainBatch()).toEqual({
      done: 0,
      dead: [],
      rest: 'busy',
    });
    expect(await applyNameRules(knex, rulesWith({ version: 1 }))).toBe(false);
    await drainEvents(knex, { rules: rulesWith({ version: 2, usual: false }) });
    expect(await edges()).toEqual([
      'a_20260101 > load (production)',
      'a_20260102 > load (production)',
      'load > b (production)',
    ]);
  });

  it('takes the latest event of all that a job folds into for its window', async () => {
    await acceptEvents(knex, [
      runEvent({
        job: 'etl_20260101',
        runId: '0192d0a0-0000-7000-8000-000000000003',
        time: '2026-08-01T10:00:00Z',
        inputs: [dataset('old')],
      }),
      runEvent({
        job: 'etl_20260201',
        runId: '0192d0a0-0000-7000-8000-000000000004',
        inputs: [dataset('new')],
      }),
    ]);
    await drainEvents(knex);
    expect(await edges()).toContain('new > etl (production)');
    expect(await edges()).not.toContain('old > etl (production)');
    await applyNameRules(knex, rulesWith({ usual: false }));
    const drainer = new Drainer({
      knex,
      rules: rulesWith({ usual: false }),
      windowMs: 30 * 24 * 3600 * 1000,
      now: () => testNow,
    });
    await drainer.drainBatch();
    expect(await edges()).toContain('old > etl_20260101 (production)');
  });
});
