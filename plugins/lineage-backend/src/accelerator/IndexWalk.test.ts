import {
  GraphSource,
  LineageSide,
  NodesBySide,
  NodeVisibility,
  reach,
  Reached,
} from '@understudy/plugin-lineage-common';
import fc from 'fast-check';
import { connect, histories, indexOf, NODES } from './__testUtils__/testIndex';
import { EdgeIndex } from './EdgeIndex';

/** The graph by lists of neighbours alone. */
function listsOf(index: EdgeIndex, environments: number[]): GraphSource {
  const read = <T>(
    nodes: NodesBySide,
    of: (id: number, side: LineageSide) => T | undefined,
  ) => {
    const side = (name: LineageSide) =>
      new Map(
        nodes[name].flatMap(id => {
          const found = of(id, name);
          return found === undefined ? [] : [[id, found] as const];
        }),
      );
    return { upstream: side('upstream'), downstream: side('downstream') };
  };
  return {
    neighbours: async (nodes, most) =>
      read(nodes, (id, side) =>
        index.neighbours(id, side, { most, environments }),
      ),
    count: async nodes =>
      read(nodes, (id, side) => index.count(id, side, environments)),
  };
}

/** Whatever the ids are held in. */
function asLists({ levels, ...rest }: Reached) {
  return { ...rest, levels: levels.map(ids => [...ids]) };
}

describe('IndexWalk', () => {
  it('reaches what the walk by lists does, whatever the graph and the bounds', async () => {
    let readAgain = 0;
    let cut = 0;
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.subarray([0, 1, 2, 3, 9]),
        fc.constantFrom<LineageSide>('upstream', 'downstream'),
        fc.constantFrom(1, 2, 3, 10, NODES + 5, NODES + 100),
        fc.record({
          nodes: fc.oneof(fc.constant(1000), fc.nat({ max: 70 })),
          contracted: fc.oneof(fc.constant(1000), fc.nat({ max: 20 })),
          rounds: fc.oneof(fc.constant(1000), fc.nat({ max: 8 })),
          rows: fc.constantFrom(1, 30, 1000),
        }),
        fc.option(
          fc.array(
            fc.constantFrom<NodeVisibility>('shown', 'hidden', 'restricted'),
            { minLength: 1, maxLength: 20 },
          ),
          { nil: undefined },
        ),
        async ({ known, changed }, environments, side, root, bounds, seen) => {
          const index = indexOf(known);
          index.apply(changed);
          const lists: GraphSource = {
            ...listsOf(index, environments),
            ...(seen && {
              visibility: async ids =>
                new Map(ids.map(id => [id, seen[id % seen.length]])),
            }),
          };
          const query = { root, side, bounds };
          const expected = await reach(lists, query);
          const found = await reach(
            {
              ...lists,
              neighbours: () => {
                throw new Error('Lists were read');
              },
              walkFrom: async (start, to) =>
                index.walkFrom(start, to, environments),
            },
            query,
          );
          expect(asLists(found)).toEqual(asLists(expected));
          cut += Number(expected.truncated);
          readAgain += Number(
            bounds.rows < 1000 && index.count(root, side, environments) > 30,
          );
        },
      ),
      { numRuns: 2000 },
    );
    // The cases that matter were among them.
    expect(cut).toBeGreaterThan(50);
    expect(readAgain).toBeGreaterThan(50);
  });

  it('gives nodes by id, whichever nodes they are neighbours of', async () => {
    const index = indexOf([connect(1, 8), connect(2, 4), connect(2, 8)]);
    const walk = index.walkFrom(3, 'downstream', [0]);
    const { fresh, more } = await walk.step([1, 2], 100);
    expect([...fresh]).toEqual([4, 8]);
    expect(more).toEqual([]);
  });

  it('meets nodes once that came while it was under way', async () => {
    const index = indexOf([connect(1, 2)]);
    const walk = index.walkFrom(1, 'downstream', [0]);
    const step = async (ids: number[]) => [
      ...(await walk.step(ids, 100)).fresh,
    ];
    expect(await step([1])).toEqual([2]);
    index.apply([connect(2, 5000), connect(5000, 2), connect(5000, 5000)]);
    expect(await step([2])).toEqual([5000]);
    expect(await step([5000])).toEqual([]);
  });

  it('gives nodes by id however long it has been under way', async () => {
    const long = 300;
    const end = long + 1;
    const index = indexOf([
      ...Array.from({ length: long }, (_, at) => connect(at + 1, at + 2)),
      ...[9, 3, 7].map(offset => connect(end, end + offset)),
    ]);
    const walk = index.walkFrom(1, 'downstream', [0]);
    let level = [1];
    for (let step = 0; step < long; step += 1) {
      level = [...(await walk.step(level, 100)).fresh];
      expect(level).toEqual([step + 2]);
    }
    expect([...(await walk.step(level, 100)).fresh]).toEqual([
      end + 3,
      end + 7,
      end + 9,
    ]);
  });
});
