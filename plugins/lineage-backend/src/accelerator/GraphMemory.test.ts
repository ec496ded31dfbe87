import { mockServices } from '@backstage/backend-test-utils';
import { LineageSide, reach } from '@understudy/plugin-lineage-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { generateEvents } from '../__testUtils__/generateEvents';
import { acceptEvents, drainEvents, testRules } from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { dataset, runEvent } from '../__testUtils__/runEvent';
import { everything } from '../access/__testUtils__/views';
import { createGraphSource } from '../graph/createGraphSource';
import { DatabaseGraphStore } from '../graph/DatabaseGraphStore';
import { GraphStore } from '../graph/GraphStore';
import { EntityNameStore } from '../nodes/EntityNameStore';
import { lateAnswers } from './__testUtils__/lateAnswers';
import { AcceleratedStore } from './AcceleratedStore';
import { GraphMemory } from './GraphMemory';

jest.setTimeout(120_000);

const sides: LineageSide[] = ['upstream', 'downstream'];

describe.each(databases.eachSupportedId())('GraphMemory on %s', id => {
  let knex: Knex;
  const logger = mockServices.logger.mock();
  const create = (
    options: { knex?: Knex; maxBytes?: number; now?: () => number } = {},
  ) => new GraphMemory({ knex, logger, maxBytes: 1e8, ...options });
  beforeEach(async () => {
    jest.resetAllMocks();
    knex = await migratedDatabase(id);
  });

  const send = async (...events: object[]) => {
    await acceptEvents(knex, events);
    await drainEvents(knex);
  };
  const run = (output: string, index = 0) =>
    runEvent({
      runId: `0192d0a0-0000-7000-8000-${String(index).padStart(12, '0')}`,
      job: `make.${output}`,
      inputs: [dataset('raw')],
      outputs: [dataset(output)],
    });

  it('answers as the database does, whatever changes', async () => {
    const store = new DatabaseGraphStore({ knex });
    const memory = create();
    await memory.start();
    const accelerated = new AcceleratedStore({ memory, store });
    const names = new EntityNameStore({ knex, rules: testRules });
    const byEnvironment = async (
      from: GraphStore,
      ids: number[],
      most = 1000,
    ) =>
      new Map(
        (await from.readByEnvironment(ids, most)).map(
          ({ environment, side, neighbours }) => [
            `${environment} ${side}`,
            [...neighbours].sort((a, b) => a - b),
          ],
        ),
      );
    const compare = async (most: number) => {
      const ids: number[] = await knex('node').orderBy('id').pluck('id');
      const nodes = { upstream: ids, downstream: ids };
      for (const some of [ids, ...ids.map(node => [node])]) {
        const all = await byEnvironment(store, some);
        expect(await byEnvironment(accelerated, some)).toEqual(all);
        for (const from of [accelerated, store]) {
          const found = await byEnvironment(from, some, most);
          expect([...found.keys()].sort()).toEqual([...all.keys()].sort());
          for (const [where, neighbours] of found) {
            expect(neighbours.length).toBeLessThanOrEqual(most);
            expect(all.get(where)).toEqual(expect.arrayContaining(neighbours));
          }
        }
      }
      for (const name of ['*', 'production', 'dev', 'nowhere']) {
        const environments = await store.findEnvironments(name);
        const options = { most, environments };
        const [expected, found] = [
          await store.neighbours(nodes, options),
          await accelerated.neighbours(nodes, options),
        ];
        const asked = [...ids, 1_000_000].reverse();
        expect(await accelerated.degrees(asked, options)).toEqual(
          asked.map(
            node =>
              sides
                .flatMap(of => expected[of].get(node)?.list ?? [])
                .filter(neighbour => neighbour.id !== node).length,
          ),
        );
        const counts = await store.count(nodes, environments);
        const counted = await accelerated.count(nodes, environments);
        for (const side of sides) {
          expect(new Map([...found[side]].sort())).toEqual(
            new Map([...expected[side]].sort()),
          );
          for (const node of ids) {
            expect(counted[side].get(node) ?? 0).toBe(
              counts[side].get(node) ?? 0,
            );
          }
          const [root] = ids;
          const reached = async (from: GraphStore) => {
            const { levels, ...rest } = await reach(
              createGraphSource(from, {
                root: { id: root, steps: [] },
                environments,
                view: everything,
              }),
              { root, side, bounds: { nodes: most } },
            );
            return { ...rest, levels: levels.map(level => [...level]) };
          };
          expect(await reached(accelerated)).toEqual(await reached(store));
        }
      }
    };
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.constantFrom(1, 2, 1000),
        fc.boolean(),
        async (seed, most, claimed) => {
          await send(...generateEvents(seed, 20));
          await names.replaceAll(
            claimed
              ? [
                  {
                    entityRef: 'dataset:default/one',
                    kind: 'dataset',
                    namespace: 's3://lake',
                    name: 'data/b',
                    environment: 'dev',
                  },
                ]
              : [],
          );
          expect(await memory.current()).toBeDefined();
          await compare(most);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('is read while others write', async () => {
    await send(run('a'));
    const memory = create();
    const reading = memory.start();
    await send(run('b', 1));
    await reading;
    const index = await memory.current();
    const [raw] = await knex('node').where({ name: 'raw' }).pluck('id');
    const environments = [0, 1];
    expect(index?.count(raw, 'downstream', environments)).toBe(2);
    await send(run('c', 2));
    expect(
      (await memory.current())?.count(raw, 'downstream', environments),
    ).toBe(3);
  });

  it('begins anew when changes were forgotten', async () => {
    await send(run('a'));
    const memory = create({ now: () => 0 });
    await memory.start();
    await send(run('b', 1));
    await send(run('c', 2));
    await knex('edge_change').delete();
    expect(await memory.current()).toBeUndefined();
    await memory.start();
    const [raw] = await knex('node').where({ name: 'raw' }).pluck('id');
    expect((await memory.current())?.count(raw, 'downstream', [0, 1])).toBe(3);
  });

  it('begins anew when a change does not fit', async () => {
    await send(run('a'));
    const memory = create({ now: () => 0 });
    await memory.start();
    await send(run('b', 1));
    expect(await memory.current()).toBeDefined();
    await send(run('c', 2));
    const latest = await knex('edge_change').max({ epoch: 'epoch' }).first();
    await knex('edge_change')
      .where(latest ?? {})
      .update({ environment_id: 2 ** 14 });
    expect(await memory.current()).toBeUndefined();
  });

  it('begins anew when the database is an earlier one', async () => {
    await send(run('a'));
    const memory = create({ now: () => 0 });
    await memory.start();
    expect(await memory.current()).toBeDefined();
    await knex('drain').where({ id: 1 }).decrement('edge_epoch', 1);
    expect(await memory.current()).toBeUndefined();
  });

  it('is not put back by what somebody was told earlier', async () => {
    await send(run('a'));
    const late = lateAnswers(knex, 'from edge_change');
    const memory = create({ knex: late.knex });
    await memory.start();
    const [raw] = await knex('node').where({ name: 'raw' }).pluck('id');
    const [{ id: made }] = await knex('node').where({ name: 'a' });
    const edge = { src: raw, dst: made, environment_id: 1 };
    const change = async (origin: number) => {
      const { edge_epoch } = await knex('drain').where({ id: 1 }).first();
      const next = Number(edge_epoch) + 1;
      await knex('edge_change').insert({ ...edge, epoch: next, origin });
      await knex('drain').where({ id: 1 }).update({ edge_epoch: next });
    };
    const countNow = async () =>
      (await memory.current())?.count(raw, 'downstream', [1]);
    await change(0);
    const held = late.holdNext();
    const first = countNow();
    await held.there;
    await change(1);
    expect(await countNow()).toBe(2);
    held.release();
    expect(await first).toBe(2);
    expect(await countNow()).toBe(2);
  });

  it('stays when somebody is told late how far the graph was', async () => {
    await send(run('a'));
    const late = lateAnswers(knex, 'select edge_epoch');
    const memory = create({ knex: late.knex });
    await memory.start();
    const held = late.holdNext();
    const first = memory.current();
    await held.there;
    await send(run('b', 1));
    const index = await memory.current();
    expect(index).toBeDefined();
    held.release();
    expect(await first).toBe(index);
    expect(await memory.current()).toBe(index);
  });

  it('leaves to the database what does not fit, and tries again later', async () => {
    await send(run('a'));
    let now = 0;
    const memory = create({ maxBytes: 10, now: () => now });
    await memory.start();
    expect(await memory.current()).toBeUndefined();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    now = 61_000;
    await memory.start();
    expect(logger.warn).toHaveBeenCalledTimes(2);
    const off = create({ maxBytes: 0 });
    await off.start();
    expect(await off.current()).toBeUndefined();
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });
});
