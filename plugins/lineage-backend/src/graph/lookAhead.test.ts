import { mockServices } from '@backstage/backend-test-utils';
import {
  GraphNeighbours,
  GraphSource,
  parseLineageNodeId,
} from '@understudy/plugin-lineage-common';
import { generateEvents, jobs } from '../__testUtils__/generateEvents';
import { acceptEvents, drainEvents, testRules } from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { AcceleratedStore } from '../accelerator/AcceleratedStore';
import { GraphMemory } from '../accelerator/GraphMemory';
import { viewOf } from '../access/__testUtils__/views';
import { LineageView, NodeIdentity } from '../access/LineageView';
import { EntityNameStore } from '../nodes/EntityNameStore';
import { DatabaseGraphStore } from './DatabaseGraphStore';
import { DefaultLineageReader } from './DefaultLineageReader';
import { GraphStore } from './GraphStore';
import { lookAhead } from './lookAhead';

jest.setTimeout(60_000);

const ascending = (a: number, b: number) => a - b;

/** A graph in memory; pairs are connections. Nodes from 100 on are entities. */
function sourceOf(pairs: [number, number][], more: Partial<GraphSource> = {}) {
  const asked = jest.fn((_entities: number[]) => {});
  const store = {
    readIdentities: async (ids: readonly number[]) =>
      ids.map((id): NodeIdentity =>
        id < 100
          ? { id, kind: 'job' }
          : { id, kind: 'entity', entityRef: `dataset:default/d${id}` },
      ),
  };
  const neighboursOf = (
    ids: readonly number[],
    from: 0 | 1,
    most: number,
  ): Map<number, GraphNeighbours> =>
    new Map(
      ids.flatMap(id => {
        const list = pairs
          .filter(pair => pair[from] === id)
          .map(pair => ({ id: pair[1 - from], origin: 1 }));
        const shown = { list: list.slice(0, most), more: list.length > most };
        return list.length > 0 ? [[id, shown]] : [];
      }),
    );
  const neighbours = jest.fn<
    ReturnType<GraphSource['neighbours']>,
    Parameters<GraphSource['neighbours']>
  >(async ({ upstream, downstream }, most) => ({
    upstream: neighboursOf(upstream, 1, most),
    downstream: neighboursOf(downstream, 0, most),
  }));
  const source: GraphSource = {
    neighbours,
    count: async () => ({ upstream: new Map(), downstream: new Map() }),
    visibility: async ids => {
      asked(ids.filter(id => id >= 100).sort(ascending));
      return new Map(ids.map(id => [id, id === 109 ? 'restricted' : 'shown']));
    },
    walkFrom: async () => ({
      step: async () => ({ fresh: [], more: [] }),
    }),
    ...more,
  };
  const lookAround = (depth: number, root = 1) =>
    lookAhead(source, {
      root,
      depth: { upstream: depth, downstream: depth },
      store,
    });
  return { asked, lookAround, neighbours };
}

/** Connections from node 1 to so many others, from a first one on. */
function star(size: number, first: number): [number, number][] {
  return Array.from({ length: size }, (_, index) => [1, first + index]);
}

describe('lookAhead', () => {
  it('asks once about the entities that a walk comes across, and those it counts', async () => {
    const { asked, lookAround } = sourceOf([
      [1, 102],
      [102, 3],
      [3, 104],
      [109, 102],
      [100, 1],
    ]);
    await lookAround(1);
    expect(asked.mock.calls).toEqual([[[100, 102, 109]]]);
  });

  it('asks about the root together with what is around it', async () => {
    const { asked, lookAround } = sourceOf([
      [101, 1],
      [1, 102],
    ]);
    await lookAround(2, 101);
    expect(asked.mock.calls).toEqual([[[101, 102]]]);
  });

  it('leaves it to the walk where there are many entities', async () => {
    const much = sourceOf(star(501, 100));
    await much.lookAround(5);
    expect(much.asked).not.toHaveBeenCalled();
    const enough = sourceOf(star(500, 100));
    await enough.lookAround(5);
    expect(enough.asked.mock.calls[0][0]).toHaveLength(500);
  });

  it('looks no further where there are very many connections', async () => {
    const neighbours = jest.fn(
      async (
        { downstream }: { downstream: readonly number[] },
        most: number,
      ) => ({
        upstream: new Map(),
        downstream: new Map(
          downstream.map(id => [
            id,
            {
              list: Array.from({ length: Math.min(most, 999) }, (_, index) => ({
                id: id * 1000 + index,
                origin: 1,
              })),
              more: true,
            },
          ]),
        ),
      }),
    );
    const { lookAround } = sourceOf([], { neighbours });
    await lookAround(6);
    // One node, and its 999 neighbours; theirs are too many.
    expect(
      neighbours.mock.calls.map(([{ downstream }, most]) => [
        downstream.length,
        most,
      ]),
    ).toEqual([
      [1, 1000],
      [999, 39],
    ]);
  });

  it('gives the walk what it asked, and has it ask about the rest', async () => {
    const { asked, lookAround } = sourceOf([
      [1, 102],
      [109, 102],
    ]);
    const known = await lookAround(1);
    asked.mockClear();
    const seen = await known.visibility?.([1, 109, 102]);
    expect([1, 109, 102].map(id => seen?.get(id))).toEqual([
      'shown',
      'restricted',
      'shown',
    ]);
    expect(asked).not.toHaveBeenCalled();
    const more = await known.visibility?.([102, 103]);
    expect([102, 103].map(id => more?.get(id))).toEqual(['shown', 'shown']);
    expect(asked.mock.calls).toEqual([[[102, 103]]]);
  });

  it('gives the walk what it looked at, which is not looked for again', async () => {
    const { lookAround, neighbours } = sourceOf([
      [1, 2],
      [2, 3],
      [2, 4],
      [3, 5],
      [4, 6],
    ]);
    const known = await lookAround(1);
    neighbours.mockClear();
    const ids = [1, 2, 3, 4];
    const found = await known.neighbours(
      { upstream: [1, 2], downstream: ids },
      1000,
    );
    expect(neighbours.mock.calls).toEqual([
      [{ upstream: [], downstream: [3, 4] }, 1000],
    ]);
    const listOf = (id: number) =>
      found.downstream.get(id)?.list.map(other => other.id);
    expect(ids.map(listOf)).toEqual([[2], [3, 4], [5], [6]]);
    // Nothing leads to the root, which is known as well.
    expect(found.upstream.get(1)?.list).toEqual([]);
  });

  it('has looked for again what was cut off elsewhere', async () => {
    const small = sourceOf(star(7, 2));
    const known = await small.lookAround(0);
    small.neighbours.mockClear();
    const first = await known.neighbours({ upstream: [], downstream: [1] }, 3);
    expect(first.downstream.get(1)).toMatchObject({
      list: [{ id: 2 }, { id: 3 }, { id: 4 }],
      more: true,
    });
    expect(small.neighbours).toHaveBeenCalledTimes(1);

    const large = sourceOf(star(1200, 2));
    const cut = await large.lookAround(0);
    large.neighbours.mockClear();
    const nodes = { upstream: [], downstream: [1] };
    const same = await cut.neighbours(nodes, 1000);
    expect(same.downstream.get(1)?.list).toHaveLength(1000);
    expect(same.downstream.get(1)?.more).toBe(true);
    expect(large.neighbours).not.toHaveBeenCalled();
    const all = await cut.neighbours(nodes, 2000);
    expect(all.downstream.get(1)?.list).toHaveLength(1200);
  });

  it('asks nobody where the graph is not in memory', async () => {
    const { asked, lookAround } = sourceOf([[1, 102]], {
      walkFrom: async () => undefined,
    });
    await lookAround(3);
    expect(asked).not.toHaveBeenCalled();
  });
});

describe.each(databases.eachSupportedId())('looking ahead on %s', id => {
  it('changes no answer', async () => {
    const knex = await migratedDatabase(id);
    await acceptEvents(knex, generateEvents(3, 150));
    await drainEvents(knex);
    await new EntityNameStore({ knex, rules: testRules }).replaceAll(
      jobs.slice(0, 3).map(({ namespace, name }, index) => ({
        entityRef: `component:default/c${index}`,
        kind: 'job',
        namespace,
        name,
      })),
    );
    const store = new DatabaseGraphStore({ knex });
    const memory = new GraphMemory({
      knex,
      logger: mockServices.logger.mock(),
      maxBytes: 1e8,
    });
    await memory.start();
    const readerOf = (of: GraphStore) =>
      new DefaultLineageReader({
        defaultEnvironment: 'production',
        store: of,
        storeAt: () => of,
      });
    const accelerated = readerOf(new AcceleratedStore({ memory, store }));
    const plain = readerOf(store);
    const view: LineageView = viewOf({
      unmapped: true,
      entities: { 'component:default/c1': { kind: 'Component' } },
    });
    const asked = [
      'component:default/c1',
      'ol:dataset:s3%3A%2F%2Flake/data%2Fb',
    ].map(parseLineageNodeId);
    for (const root of asked) {
      const wanted = {
        root,
        depth: { upstream: 3, downstream: 3 },
        environment: '*',
        limit: 300,
      };
      const answer = await plain.getGraph(wanted, { view });
      expect(answer.nodes.length).toBeGreaterThan(2);
      expect(await accelerated.getGraph(wanted, { view })).toEqual(answer);
    }
    await memory.stop();
  });
});
