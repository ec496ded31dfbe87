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
import { AcceleratedStore } from './AcceleratedStore';
import { GraphMemory } from './GraphMemory';

jest.setTimeout(120_000);

const sides: LineageSide[] = ['upstream', 'downstream'];

describe.each(databases.eachSupportedId())('GraphMemory on %s', id => {
  let knex: Knex;
  const logger = mockServices.logger.mock();
  const create = (options: { maxBytes?: number; now?: () => number } = {}) =>
    new GraphMemory({ knex, logger, maxBytes: 1e8, ...options });
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
    const byEnvironment = async (from: GraphStore, ids: number[]) =>
      (await from.readByEnvironment(ids, 1000))
        .map(({ environment, side, neighbours }) => [
          environment,
          side,
          neighbours.sort((a, b) => a - b),
        ])
        .sort();
    const compare = async (most: number) => {
      const ids: number[] = await knex('node').orderBy('id').pluck('id');
      const nodes = { upstream: ids, downstream: ids };
      for (const some of [ids, ...ids.map(node => [node])]) {
        expect(await byEnvironment(accelerated, some)).toEqual(
          await byEnvironment(store, some),
        );
      }
      for (const name of ['*', 'production', 'dev', 'nowhere']) {
        const environments = await store.findEnvironments(name);
        const options = { most, environments };
        const [expected, found] = [
          await store.neighbours(nodes, options),
          await accelerated.neighbours(nodes, options),
        ];
        expect(await accelerated.degrees(ids, options)).toEqual(
          new Map(
            ids.map(node => [
              node,
              sides
                .flatMap(of => expected[of].get(node)?.list ?? [])
                .filter(neighbour => neighbour.id !== node).length,
            ]),
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
