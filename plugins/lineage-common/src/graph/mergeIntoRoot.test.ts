import * as fc from 'fast-check';
import {
  MeasuredGraph,
  MemoryGraph,
  TestEdge,
} from './__testUtils__/MemoryGraph';
import { mergeIntoRoot } from './mergeIntoRoot';
import { walkNeighbourhood } from './walkNeighbourhood';

const query = {
  root: 1,
  depth: { upstream: 5, downstream: 5 },
  limit: 100,
};

describe('mergeIntoRoot', () => {
  it('leaves a graph without parts as it is', () => {
    const graph = new MemoryGraph([]);
    expect(mergeIntoRoot(graph, 1, [])).toBe(graph);
    expect(mergeIntoRoot(graph, 1, [1])).toBe(graph);
  });

  it('gives a job the inputs and outputs of all its steps', async () => {
    const edges: TestEdge[] = [
      [2, 10],
      [3, 11],
      [2, 11],
      [10, 4],
      [11, 5],
      [4, 10],
    ];
    const found = await walkNeighbourhood(
      mergeIntoRoot(new MemoryGraph(edges), 1, [10, 11]),
      query,
    );
    expect(found.nodes.map(({ id }) => id).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(
      found.edges.map(({ source, target }) => `${source} ${target}`).sort(),
    ).toEqual(['1 4', '1 5', '2 1', '3 1', '4 1']);
    expect(found.nodes.every(({ hidden }) => hidden.upstream === 0)).toBe(true);
  });

  it('keeps what may not be seen', async () => {
    const graph = mergeIntoRoot(
      new MemoryGraph(
        [
          [10, 2],
          [2, 3],
        ],
        { 2: 'restricted' },
      ),
      1,
      [10],
    );
    expect((await walkNeighbourhood(graph, query)).edges).toMatchObject([
      { source: 1, target: 3, restricted: true },
    ]);
  });

  it('counts a fan that is not read as a whole', async () => {
    const fan = Array.from({ length: 40 }, (_, id): TestEdge => [10, 100 + id]);
    const found = await walkNeighbourhood(
      mergeIntoRoot(new MemoryGraph([...fan, [1, 2]]), 1, [10]),
      { ...query, limit: 5, bounds: { fan: 30 } },
    );
    expect(found.truncated).toBe(true);
    expect(found.nodes[0].hidden.downstream).toBe(41 - 4);
  });

  it('is bounded for a job with thousands of steps', async () => {
    const parts = Array.from({ length: 8000 }, (_, id) => 1000 + id);
    const edges = parts.flatMap((part): TestEdge[] =>
      Array.from({ length: 40 }, (_, id): TestEdge => [part, 10_000 + id]),
    );
    const graph = new MemoryGraph(edges);
    const found = await walkNeighbourhood(mergeIntoRoot(graph, 1, parts), {
      ...query,
      depth: { upstream: 1, downstream: 1 },
    });
    expect(graph.rows).toBeLessThan(300_000);
    expect(found.truncated).toBe(true);
    expect(found.nodes).toHaveLength(1 + 25);
  });

  it('is the graph whose edges were renamed before', async () => {
    const node = fc.integer({ min: 1, max: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(node, node), { maxLength: 16 }),
        fc.subarray([6, 7, 8]),
        fc.constantFrom(2, 3, 4, 300),
        async (edges, parts, limit) => {
          const rename = (id: number) => (parts.includes(id) ? 1 : id);
          const limited = { ...query, limit };
          expect(
            await walkNeighbourhood(
              mergeIntoRoot(new MeasuredGraph(edges), 1, parts),
              limited,
            ),
          ).toEqual(
            await walkNeighbourhood(
              new MemoryGraph(
                edges.map(([from, to]) => [rename(from), rename(to)]),
              ),
              limited,
            ),
          );
        },
      ),
    );
  });
});
