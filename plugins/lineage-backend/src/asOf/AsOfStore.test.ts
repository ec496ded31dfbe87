import fc from 'fast-check';
import { Knex } from 'knex';
import {
  acceptEvents,
  drainEvents,
  emptyTables,
} from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { dataset, runEvent } from '../__testUtils__/runEvent';
import { DatabaseGraphStore } from '../graph/DatabaseGraphStore';
import { GraphStore } from '../graph/GraphStore';
import { AsOfStore } from './AsOfStore';

jest.setTimeout(120_000);

const DAY_MS = 24 * 60 * 60 * 1000;
const WINDOW_MS = 30 * DAY_MS;
const START = Date.UTC(2026, 0, 1);

interface Run {
  job: number;
  day: number;
  reads: number[];
  writes: number[];
}

const timeOf = (day: number) => new Date(START + day * DAY_MS).toISOString();
const storedTimeOf = (day: number) => timeOf(day).replace('Z', '000000Z');
const toEvents = (runs: readonly Run[]) =>
  runs.map(({ job, day, reads, writes }, index) =>
    runEvent({
      job: `job${job}`,
      runId: `0192d0a0-0000-7000-8000-${String(index).padStart(12, '0')}`,
      time: timeOf(day),
      inputs: reads.map(number => dataset(`d${number}`)),
      outputs: writes.map(number => dataset(`d${number}`)),
    }),
  );

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

  it('leaves out what the catalog declares, and what jobs declared later', async () => {
    await send([{ job: 0, day: 0, reads: [0], writes: [1] }]);
    const [source, target] = await knex('node')
      .whereIn('name', ['d0', 'd1'])
      .orderBy('name')
      .pluck('id');
    const claim = {
      src: source,
      dst: target,
      src_root: source,
      dst_root: target,
      canonical_src: source,
      canonical_dst: target,
      origin: 2,
      last_seen: '',
      current: true,
    };
    await knex('claim').insert([
      {
        ...claim,
        claimant_id: source,
        claimant_root: source,
        environment_id: 0,
        first_seen: '',
        relations: 'dependsOn',
      },
      {
        ...claim,
        claimant_id: target,
        claimant_root: target,
        first_seen: storedTimeOf(5),
        environment_id: 1,
      },
    ]);
    expect(await edgesOf(at(4))).toEqual(['d0 > job0', 'job0 > d1']);
    expect(await edgesOf(at(6))).toContain('d0 > d1');
  });

  it('goes by when things were seen where runs are no longer kept', async () => {
    await send([
      { job: 0, day: 0, reads: [0], writes: [1] },
      { job: 0, day: 20, reads: [0], writes: [2] },
    ]);
    await knex('run').delete();
    await knex('run_edge').delete();
    expect(await edgesOf(at(10))).toEqual(['d0 > job0']);
  });

  it('is the graph that there was', async () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 4 }), {
      minLength: 1,
      maxLength: 3,
    });
    const run: fc.Arbitrary<Run> = fc.record({
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
