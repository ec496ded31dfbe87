import fc from 'fast-check';
import { Knex } from 'knex';
import {
  acceptEvents,
  drainEvents,
  emptyTables,
} from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { dataset, jobEvent, runEvent } from '../__testUtils__/runEvent';
import { DatabaseGraphStore } from '../graph/DatabaseGraphStore';
import { GraphStore } from '../graph/GraphStore';
import { AsOfStore } from './AsOfStore';

jest.setTimeout(120_000);

const DAY_MS = 24 * 60 * 60 * 1000;
const WINDOW_MS = 30 * DAY_MS;
const START = Date.UTC(2026, 0, 1);

interface Run {
  /** Something happened, or a job says what it reads and writes, or only that it is there. */
  how?: 'runs' | 'declares' | 'appears';
  job: number;
  day: number;
  reads: number[];
  writes: number[];
}

const timeOf = (day: number) => new Date(START + day * DAY_MS).toISOString();
const storedTimeOf = (day: number) => timeOf(day).replace('Z', '000000Z');
const toEvents = (runs: readonly Run[]) =>
  runs.map(({ how = 'runs', job, day, reads, writes }, index) => {
    const named = { job: `job${job}`, time: timeOf(day) };
    if (how === 'appears') {
      return jobEvent(named);
    }
    const said = {
      ...named,
      inputs: reads.map(number => dataset(`d${number}`)),
      outputs: writes.map(number => dataset(`d${number}`)),
    };
    const runId = `0192d0a0-0000-7000-8000-${String(index).padStart(12, '0')}`;
    return how === 'declares' ? jobEvent(said) : runEvent({ ...said, runId });
  });

describe.each(databases.eachSupportedId())('AsOfStore on %s', id => {
  let knex: Knex;
  let now: DatabaseGraphStore;
  beforeEach(async () => {
    knex = await migratedDatabase(id);
    now = new DatabaseGraphStore({ knex });
  });

  const at = (day: number) =>
    new AsOfStore({
      at: storedTimeOf(day),
      knex,
      now,
      windowMs: WINDOW_MS,
    });
  const send = async (runs: readonly Run[]) => {
    await acceptEvents(knex, toEvents(runs));
    await drainEvents(knex);
  };
  /** In words: `d0 > job0`. */
  const edgesOf = async (store: GraphStore) => {
    const environments = await now.findEnvironments('*');
    const nodes: { id: number; name: string }[] = await knex('node').select(
      'id',
      'name',
    );
    const names = new Map(nodes.map(node => [node.id, node.name]));
    const ids = [...names.keys()];
    const { upstream, downstream } = await store.neighbours(
      { upstream: ids, downstream: ids },
      { most: 1000, environments },
    );
    const forwards = [...downstream].flatMap(([from, { list }]) =>
      list.map(({ id: to }) => `${names.get(from)} > ${names.get(to)}`),
    );
    const backwards = [...upstream].flatMap(([to, { list }]) =>
      list.map(({ id: from }) => `${names.get(from)} > ${names.get(to)}`),
    );
    expect(forwards.sort()).toEqual(backwards.sort());
    const counts = await store.count(
      { upstream: ids, downstream: ids },
      environments,
    );
    const sum = (numbers: Iterable<number>) =>
      [...numbers].reduce((a, b) => a + b, 0);
    expect(sum(counts.downstream.values())).toBe(forwards.length);
    expect(sum(counts.upstream.values())).toBe(forwards.length);
    return forwards;
  };

  it('has what runs had made by then, and not long before', async () => {
    await send([
      { job: 0, day: 0, reads: [0], writes: [1] },
      { job: 0, day: 20, reads: [2], writes: [1] },
      { job: 0, day: 45, reads: [2], writes: [1] },
    ]);
    expect(await edgesOf(at(-1))).toEqual([]);
    expect(await edgesOf(at(10))).toEqual(['d0 > job0', 'job0 > d1']);
    expect(await edgesOf(at(25))).toEqual([
      'd0 > job0',
      'd2 > job0',
      'job0 > d1',
    ]);
    expect(await edgesOf(at(50))).toEqual(['d2 > job0', 'job0 > d1']);
    // A job that stopped keeps what it made last.
    expect(await edgesOf(at(300))).toEqual(['d2 > job0', 'job0 > d1']);
    const environments = await now.findEnvironments('*');
    const root = await now.findRoot({
      kind: 'job',
      namespace: 'etl',
      name: 'job0',
    });
    const ids = { upstream: [root?.id ?? 0], downstream: [] };
    const counts = await at(25).count(ids, environments);
    expect([...counts.upstream.values()]).toEqual([2]);
  });

  it('leaves out what the catalog declares', async () => {
    await send([{ job: 0, day: 0, reads: [0], writes: [1] }]);
    const [source, target] = await knex('node')
      .whereIn('name', ['d0', 'd1'])
      .orderBy('name')
      .pluck('id');
    await knex('claim').insert({
      claimant_id: source,
      claimant_root: source,
      src: source,
      dst: target,
      src_root: source,
      dst_root: target,
      canonical_src: source,
      canonical_dst: target,
      environment_id: 0,
      origin: 2,
      first_seen: '',
      last_seen: '',
      current: true,
      relations: 'dependsOn',
    });
    expect(await edgesOf(at(4))).toEqual(['d0 > job0', 'job0 > d1']);
  });

  it('has what jobs had declared last by then, in whatever order it came', async () => {
    const declare = async (day: number, ...reads: number[]) => {
      const inputs = reads.map(number => dataset(`d${number}`));
      await acceptEvents(knex, [
        jobEvent({ time: timeOf(day), job: 'job0', inputs, outputs: [] }),
      ]);
      await drainEvents(knex);
    };
    // The same every night, but for one; which comes last.
    await declare(20, 0);
    await declare(1, 0);
    await declare(2, 0);
    await declare(4, 0);
    await declare(30);
    await declare(3, 1);
    expect(await edgesOf(at(0))).toEqual([]);
    for (const day of [1, 2, 4, 5, 19, 20, 29]) {
      expect(await edgesOf(at(day))).toEqual(['d0 > job0']);
    }
    expect(await edgesOf(at(3))).toEqual(['d1 > job0']);
    expect(await edgesOf(at(30))).toEqual([]);
    expect(await edgesOf(now)).toEqual([]);

    // What is said once more is kept once.
    await expect(
      knex('declared_edge').countDistinct('digest as sets').first(),
    ).resolves.toEqual({ sets: id === 'SQLITE_3' ? 2 : '2' });
    await knex('declaration').delete();
    expect(await edgesOf(at(3))).toEqual(['d0 > job0', 'd1 > job0']);
    expect(await edgesOf(at(10))).toEqual(['d0 > job0']);
  });

  it('goes by when things were seen where runs are no longer kept', async () => {
    await send([
      { job: 0, day: 0, reads: [0], writes: [1] },
      { job: 0, day: 90, reads: [0], writes: [2] },
    ]);
    await knex('run').delete();
    await knex('run_edge').delete();
    expect(await edgesOf(at(10))).toEqual(['d0 > job0', 'job0 > d1']);
    expect(await edgesOf(at(40))).toEqual(['d0 > job0']);
    // That it declared something then says nothing of its runs.
    await acceptEvents(knex, [
      jobEvent({ time: timeOf(35), job: 'job0', inputs: [], outputs: [] }),
    ]);
    await drainEvents(knex);
    expect(await edgesOf(at(40))).toEqual(['d0 > job0']);
  });

  it('is the graph that there was', async () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 4 }), {
      maxLength: 3,
    });
    const run: fc.Arbitrary<Run> = fc.record({
      how: fc.constantFrom('runs', 'declares', 'appears'),
      job: fc.integer({ min: 0, max: 2 }),
      day: fc.integer({ min: 0, max: 120 }),
      reads: numbers,
      writes: numbers,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(run, { minLength: 1, maxLength: 15 }),
        fc.integer({ min: 0, max: 130 }),
        async (runs, day) => {
          await emptyTables(knex);
          await send(runs.filter(one => one.day <= day));
          const expected = await edgesOf(now);
          await emptyTables(knex);
          await send(runs);
          expect(await edgesOf(at(day))).toEqual(expected);
        },
      ),
      { numRuns: 15 },
    );
  });
});
