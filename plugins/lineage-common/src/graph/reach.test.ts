import * as fc from 'fast-check';
import { MemoryGraph, TestEdge } from './__testUtils__/MemoryGraph';
import { naiveWalk } from './__testUtils__/naiveWalk';
import { LineageSide, NodeVisibility } from './GraphSource';
import { reach, Reached } from './reach';

function degrees({ levels }: Reached): number[][] {
  return levels.flatMap((ids, index) => Array.from(ids, id => [id, index + 1]));
}

describe('reach', () => {
  const chain: TestEdge[] = [
    [1, 2],
    [2, 3],
    [3, 4],
    [1, 4],
    [4, 1],
    [4, 4],
  ];

  it.each<[LineageSide, number[][]]>([
    [
      'downstream',
      [
        [2, 1],
        [4, 1],
        [3, 2],
      ],
    ],
    [
      'upstream',
      [
        [4, 1],
        [3, 2],
        [2, 3],
      ],
    ],
  ])('finds all that is %s, nearest first', async (side, expected) => {
    const found = await reach(new MemoryGraph(chain), { root: 1, side });
    expect(degrees(found)).toEqual(expected);
    expect(found).toMatchObject({ truncated: false, complete: true });
  });

  it('counts no hop for what is hidden or may not be seen', async () => {
    const found = await reach(
      new MemoryGraph(
        [
          [1, 2],
          [2, 3],
          [3, 4],
          [4, 5],
        ],
        { 2: 'hidden', 4: 'restricted' },
      ),
      { root: 1, side: 'downstream' },
    );
    expect(degrees(found)).toEqual([
      [3, 1],
      [5, 2],
    ]);
    expect(found.complete).toBe(false);
  });

  it('stops at its bound, nearest first, then by id', async () => {
    const edges: TestEdge[] = [
      [1, 9],
      [1, 8],
      [9, 3],
      [9, 5],
      [8, 4],
    ];
    const found = await reach(new MemoryGraph(edges), {
      root: 1,
      side: 'downstream',
      bounds: { nodes: 3 },
    });
    expect(degrees(found)).toEqual([
      [8, 1],
      [9, 1],
      [3, 2],
    ]);
    expect(found.truncated).toBe(true);
  });

  it('reads a hub among thousands without reading long lists of all', async () => {
    const edges: TestEdge[] = [];
    for (let id = 0; id < 4000; id++) {
      edges.push([1, 10 + id], [10 + id, 5000 + id]);
    }
    for (let id = 0; id < 10_000; id++) {
      edges.push([10, 10_000 + id]);
    }
    const graph = new MemoryGraph(edges);
    const found = await reach(graph, {
      root: 1,
      side: 'downstream',
      bounds: { rows: 40_000 },
    });
    expect(degrees(found)).toHaveLength(4000 + 4000 + 10_000);
    expect(found.truncated).toBe(false);
    expect(graph.questions).toBeLessThan(10);
    expect(graph.rows).toBeLessThan(40_000);
  });

  it('is bounded at a hub and in a long row', async () => {
    const hub: TestEdge[] = Array.from({ length: 100_000 }, (_, id) => [
      1,
      id + 2,
    ]);
    const wide = new MemoryGraph(hub);
    const found = await reach(wide, { root: 1, side: 'downstream' });
    expect(found).toMatchObject({ truncated: true });
    expect(degrees(found)).toHaveLength(20_000);
    const row: TestEdge[] = Array.from({ length: 5000 }, (_, id) => [
      id + 1,
      id + 2,
    ]);
    const long = new MemoryGraph(row);
    const far = await reach(long, { root: 1, side: 'downstream' });
    expect(far.truncated).toBe(true);
    expect(degrees(far)).toHaveLength(1000);
    expect(long.questions).toBe(1000);
  });

  it('is bounded where much may not be seen', async () => {
    const row: TestEdge[] = Array.from({ length: 500 }, (_, id) => [
      id + 1,
      id + 2,
    ]);
    const hidden = Object.fromEntries(
      row.map(([, to]) => [to, 'restricted' as const]),
    );
    const found = await reach(new MemoryGraph(row, hidden), {
      root: 1,
      side: 'downstream',
      bounds: { contracted: 100 },
    });
    expect(found).toEqual({ levels: [], truncated: true, complete: false });
  });

  it('reaches what the walk over the whole side does, for any graph', async () => {
    const node = fc.integer({ min: 1, max: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(node, node), {
          maxLength: 16,
          selector: ([from, to]) => from * 100 + to,
        }),
        fc.dictionary(
          fc.integer({ min: 2, max: 8 }).map(String),
          fc.constantFrom<NodeVisibility>('shown', 'hidden', 'restricted'),
        ),
        fc.constantFrom<LineageSide>('upstream', 'downstream'),
        fc.integer({ min: 1, max: 30 }),
        async (edges, visibility, side, rows) => {
          const found = await reach(new MemoryGraph(edges, visibility), {
            root: 1,
            side,
            bounds: { rows },
          });
          const expected = naiveWalk(edges, visibility, {
            root: 1,
            limit: 100,
            depth: { upstream: 0, downstream: 0, [side]: 100 },
          });
          expect(found.complete).toBe(expected.complete);
          expect(degrees(found)).toEqual(
            expected.nodes
              .flatMap(({ id, distance }) =>
                id === 1 ? [] : [[id, distance[side] ?? NaN]],
              )
              .sort(([a, x], [b, y]) => x - y || a - b),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});
