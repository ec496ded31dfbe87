import { mockServices } from '@backstage/backend-test-utils';
import {
  LineageSide,
  parseLineageNodeId,
} from '@understudy/plugin-lineage-common';
import * as fc from 'fast-check';
import { Knex } from 'knex';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { AcceleratedStore } from '../accelerator/AcceleratedStore';
import { GraphMemory } from '../accelerator/GraphMemory';
import { everything, viewOf } from '../access/__testUtils__/views';
import { GraphSeed, minutesLater } from './__testUtils__/GraphSeed';
import { itemsOf } from './__testUtils__/itemsOf';
import { DatabaseGraphStore } from './DatabaseGraphStore';
import { DefaultLineageReader } from './DefaultLineageReader';

jest.setTimeout(60_000);

const depth = { upstream: 1, downstream: 1 };

/** Reads the graph whenever it is asked: what is seeded here is not counted as changes. */
function freshMemory(knex: Knex) {
  return {
    current: async () => {
      const memory = new GraphMemory({
        knex,
        logger: mockServices.logger.mock(),
        maxBytes: 1e8,
      });
      await memory.start();
      const index = await memory.current();
      if (!index) {
        throw new Error('The graph is not in memory');
      }
      return index;
    },
  };
}

const cases = databases.eachSupportedId().flatMap(([id]) => [
  { id, inMemory: false, title: id },
  { id, inMemory: true, title: `${id}, in memory` },
]);

describe.each(cases)('environments on $title', ({ id, inMemory }) => {
  async function start() {
    const knex = await migratedDatabase(id);
    const stored = new DatabaseGraphStore({ knex });
    const store = inMemory
      ? new AcceleratedStore({ memory: freshMemory(knex), store: stored })
      : stored;
    const reader = new DefaultLineageReader({
      defaultEnvironment: 'production',
      store,
      storeAt: () => store,
    });
    return {
      knex,
      seed: new GraphSeed(knex),
      store,
      read: (
        name: string,
        environment?: string,
        view: Parameters<typeof reader.getGraph>[1]['view'] = everything,
      ) =>
        reader.getGraph(
          {
            root: parseLineageNodeId(`ol:dataset:ns/${name}`),
            depth,
            limit: 300,
            environment,
          },
          { view },
        ),
      reader,
    };
  }

  const targets = ({ edges }: { edges: { target: string }[] }) =>
    edges.map(({ target }) => target.replace('ol:dataset:ns/', ''));

  async function startWithSample() {
    const started = await start();
    const { seed } = started;
    const [a, b, c, d] = [
      await seed.dataset('a'),
      await seed.dataset('b'),
      await seed.dataset('c'),
      await seed.dataset('d'),
    ];
    await seed.edge(a, b, { lastSeen: minutesLater(1) });
    await seed.edge(a, b, { environment: 'test', lastSeen: minutesLater(9) });
    await seed.edge(a, c, { environment: 'test' });
    await seed.edge(a, d, { relations: 'derivedFrom' });
    return { ...started, nodes: { a, b, c, d } };
  }

  it('are told apart; what the catalog declares belongs to every one', async () => {
    const { read } = await startWithSample();
    const production = await read('a');
    expect(production).toMatchObject({
      environment: 'production',
      environments: [
        { name: 'production', edges: 1 },
        { name: 'test', edges: 2 },
      ],
    });
    expect(targets(production)).toEqual(['b', 'd']);
    expect(production.edges[0].lastSeen).toBe('2026-03-01T04:01:00.000Z');
    const test = await read('a', 'test');
    expect(targets(test)).toEqual(['b', 'c', 'd']);
    expect(test.edges[0].lastSeen).toBe('2026-03-01T04:09:00.000Z');
    expect(test.environment).toBe('test');
    const all = await read('a', '*');
    expect(targets(all)).toEqual(['b', 'c', 'd']);
    expect(all.environment).toBe('*');
    expect(all.edges[0].lastSeen).toBe('2026-03-01T04:09:00.000Z');
    for (const unknown of ['staging', 'TEST', '', '\0']) {
      expect(targets(await read('a', unknown))).toEqual(['d']);
    }
  });

  it('counts neighbours that are not in the answer in the environment alone', async () => {
    const { reader } = await startWithSample();
    const hidden = async (environment: string) => {
      const graph = await reader.getGraph(
        {
          root: parseLineageNodeId('ol:dataset:ns/a'),
          depth: { upstream: 0, downstream: 0 },
          limit: 300,
          environment,
        },
        { view: everything },
      );
      return graph.nodes[0].hidden.downstream;
    };
    expect(await hidden('production')).toBe(2);
    expect(await hidden('test')).toBe(3);
    expect(await hidden('*')).toBe(3);
    expect(await hidden('staging')).toBe(1);
  });

  it('finds an environment that is new', async () => {
    const { seed, store } = await start();
    expect(await store.findEnvironments('test')).toEqual([0]);
    const test = await seed.environment('test');
    expect(await store.findEnvironments('test')).toEqual([0, test]);
    expect(await store.findEnvironments('*')).toEqual([0, test]);
  });

  it('limits what a change touches to one of them', async () => {
    const { seed, reader, nodes } = await startWithSample();
    await seed.edge(nodes.b, await seed.dataset('e'), { environment: 'test' });
    const touched = async (environment?: string) => {
      const found = await reader.findImpact(
        {
          root: parseLineageNodeId('ol:dataset:ns/a'),
          direction: 'downstream',
          environment,
        },
        { view: everything },
      );
      const items = await itemsOf(found);
      return [found.environment, ...items.map(({ name }) => name)];
    };
    expect(await touched()).toEqual(['production', 'b', 'd']);
    expect(await touched('test')).toEqual(['test', 'b', 'c', 'd', 'e']);
    expect(await touched('*')).toEqual(['*', 'b', 'c', 'd', 'e']);
  });

  it('does not tell of an environment in which nothing may be seen', async () => {
    const { seed, read } = await start();
    const a = await seed.dataset('a');
    await seed.edge(a, await seed.dataset('plain'));
    await seed.edge(
      a,
      await seed.entity('dataset:default/secret', [await seed.dataset('s')]),
      { environment: 'secret-place' },
    );
    const graph = await read('a', '*', viewOf({ unmapped: true }));
    expect(graph.environments).toEqual([{ name: 'production', edges: 1 }]);
    expect(JSON.stringify(graph)).not.toMatch(/secret/);
  });

  it('counts no more than 1,000 connections of each', async () => {
    const { knex, seed, read } = await start();
    const hub = await seed.dataset('hub');
    const environment = await seed.environment('production');
    await knex.batchInsert(
      'edge',
      Array.from({ length: 1500 }, (_, index) => ({
        src: hub,
        dst: 10_000 + index,
        environment_id: environment,
        origin: 1,
      })),
      100,
    );
    expect((await read('hub')).environments).toEqual([
      { name: 'production', edges: 1000 },
    ]);
  });

  it('reads what merging all of them would give, for any graph and any limit', async () => {
    const { knex, seed, store } = await start();
    const known = [
      0,
      await seed.environment('production'),
      await seed.environment('test'),
      await seed.environment('staging'),
    ];
    const node = fc.integer({ min: 1, max: 5 });
    const row = fc.record({
      src: node,
      dst: fc.integer({ min: 1, max: 12 }),
      environment_id: fc.constantFrom(...known),
      origin: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(row, {
          maxLength: 40,
          selector: ({ src, dst, environment_id }) =>
            `${src} ${dst} ${environment_id}`,
        }),
        fc.subarray(known, { minLength: 1 }),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom<LineageSide>('upstream', 'downstream'),
        async (rows, environments, most, side) => {
          await knex('edge').delete();
          await knex.batchInsert('edge', rows, 100);
          const ids = Array.from({ length: 12 }, (_, index) => index + 1);
          const nodes = { upstream: [], downstream: [], [side]: ids };
          const found = (await store.neighbours(nodes, { most, environments }))[
            side
          ];
          const counts = (await store.count(nodes, environments))[side];
          for (const asked of ids) {
            const merged = new Map<number, number>();
            for (const { src, dst, environment_id, origin } of rows) {
              const [from, to] =
                side === 'downstream' ? [src, dst] : [dst, src];
              if (from === asked && environments.includes(environment_id)) {
                merged.set(to, (merged.get(to) ?? 0) | origin);
              }
            }
            const list = [...merged]
              .map(([to, origin]) => ({ id: to, origin }))
              .sort((x, y) => x.id - y.id);
            expect(found.get(asked) ?? { list: [], more: false }).toEqual({
              list: list.slice(0, most),
              more: list.length > most,
            });
            expect(counts.get(asked)).toBe(list.length);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
