import fc from 'fast-check';
import { MemoryGraph, TestEdge } from './__testUtils__/MemoryGraph';
import { naiveVisibleGraph } from './__testUtils__/naiveWalk';
import { findPaths } from './findPaths';
import { NodeVisibility } from './GraphSource';

const search = async (
  edges: readonly TestEdge[],
  query: { from: number; to: number; limit?: number },
  visibility?: Record<number, NodeVisibility>,
) =>
  await findPaths(new MemoryGraph(edges, visibility), { limit: 100, ...query });

/** In words: `1>2`. */
const textOf = (edges: readonly { source: number; target: number }[]) =>
  edges.map(({ source, target }) => `${source}>${target}`).sort();

describe('findPaths', () => {
  it('gives all shortest paths and no longer one', async () => {
    const found = await search(
      [
        [1, 2],
        [1, 3],
        [2, 4],
        [3, 4],
        [1, 5],
        [5, 6],
        [6, 4],
        [4, 1],
      ],
      { from: 1, to: 4 },
    );
    expect(found.nodes).toEqual([
      { id: 1, distance: 0 },
      { id: 2, distance: 1 },
      { id: 3, distance: 1 },
      { id: 4, distance: 2 },
    ]);
    expect(textOf(found.edges)).toEqual(['1>2', '1>3', '2>4', '3>4']);
    expect([found.truncated, found.complete]).toEqual([false, true]);
  });

  it('goes along the data only, and to itself there is no path', async () => {
    const edges: TestEdge[] = [[1, 2]];
    for (const query of [
      { from: 2, to: 1 },
      { from: 1, to: 1 },
      { from: 1, to: 9 },
    ]) {
      expect(await search(edges, query)).toEqual({
        nodes: [],
        edges: [],
        truncated: false,
        complete: true,
      });
    }
  });

  it('keeps one path whole when there is room for no more', async () => {
    const wide = Array.from({ length: 50 }, (_, index) => index + 10);
    const edges = wide.flatMap((id): TestEdge[] => [
      [1, id],
      [id, 2],
    ]);
    const found = await search(edges, { from: 1, to: 2, limit: 5 });
    expect(found.nodes).toHaveLength(5);
    expect(found.nodes[0].id).toBe(1);
    expect(found.truncated).toBe(true);
    const tight = await search(edges, { from: 1, to: 2, limit: 1 });
    expect(textOf(tight.edges)).toEqual(['10>2', '1>10'].sort());
  });

  it('stops at its bounds and says so', async () => {
    const chain = Array.from({ length: 20 }, (_, index): TestEdge => [
      index,
      index + 1,
    ]);
    const graph = new MemoryGraph(chain);
    expect(
      await findPaths(graph, {
        from: 0,
        to: 20,
        limit: 100,
        bounds: { depth: 10 },
      }),
    ).toEqual({ nodes: [], edges: [], truncated: true, complete: true });
  });

  it('gives what trying every way gives, whatever may be seen', async () => {
    const ids = [0, 1, 2, 3, 4, 5, 6];
    const node = fc.constantFrom(...ids);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(node, node), { maxLength: 14 }),
        fc.dictionary(
          fc.constantFrom('1', '2', '3', '4', '5'),
          fc.constantFrom<NodeVisibility>('shown', 'hidden', 'restricted'),
        ),
        async (pairs, visibility) => {
          const edges = pairs
            .filter(([from, to]) => from !== to)
            .map(([from, to]): TestEdge => [from, to]);
          const graph = naiveVisibleGraph(
            edges,
            ids,
            id => visibility[id] ?? 'shown',
          );
          const hops = new Map([[0, 0]]);
          for (const id of hops.keys()) {
            for (const other of graph.get(id)?.keys() ?? []) {
              if (!hops.has(other)) {
                hops.set(other, (hops.get(id) ?? 0) + 1);
              }
            }
          }
          const found = await search(edges, { from: 0, to: 6 }, visibility);
          const length = hops.get(6);
          expect(found.nodes.at(-1)?.distance).toBe(length);
          const onPath = (from: number, to: number) =>
            (hops.get(from) ?? 99) + 1 === hops.get(to);
          for (const { source, target, restricted } of found.edges) {
            expect(onPath(source, target)).toBe(true);
            expect(graph.get(source)?.get(target)?.restricted).toBe(restricted);
          }
          // Everything that leads to the end on a shortest path is there.
          const leading = new Set(length === undefined ? [] : [6]);
          const expected: string[] = [];
          for (const to of leading) {
            for (const [from, links] of graph) {
              if (links.has(to) && onPath(from, to)) {
                expected.push(`${from}>${to}`);
                leading.add(from);
              }
            }
          }
          expect(textOf(found.edges)).toEqual(expected.sort());
        },
      ),
      { numRuns: 300 },
    );
  });
});
