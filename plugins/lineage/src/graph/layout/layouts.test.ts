import { layoutInLayers } from './layoutInLayers';
import { layoutWithDagre } from './layoutWithDagre';
import { Arrangement, LayoutGraph } from './types';

const size = { width: 200, height: 60 };

function graphOf(count: number, edges: LayoutGraph['edges']): LayoutGraph {
  return { nodes: Array.from({ length: count }, () => size), edges };
}

/** Pairs of nodes that are on top of each other. */
function overlaps({ positions }: Arrangement): [number, number][] {
  return positions.flatMap(([x, y], index) =>
    positions.flatMap(([otherX, otherY], other): [number, number][] =>
      other > index &&
      Math.abs(x - otherX) < size.width &&
      Math.abs(y - otherY) < size.height
        ? [[index, other]]
        : [],
    ),
  );
}

const diamond = graphOf(5, [
  [0, 1],
  [0, 2],
  [1, 3],
  [2, 3],
  [3, 4],
  [0, 4],
]);

describe.each([
  ['tight-tree', (graph: LayoutGraph) => layoutWithDagre(graph, 'tight-tree')],
  [
    'longest-path',
    (graph: LayoutGraph) => layoutWithDagre(graph, 'longest-path'),
  ],
  ['layers', layoutInLayers],
])('the layout by %s', (_, layout) => {
  it('goes from left to right along the data', () => {
    const { positions } = layout(diamond);
    for (const [source, target] of diamond.edges) {
      expect(positions[target][0]).toBeGreaterThan(
        positions[source][0] + size.width,
      );
    }
  });

  it('puts nothing on top of another thing', () => {
    expect(overlaps(layout(diamond))).toEqual([]);
    expect(
      overlaps(
        layout(
          graphOf(
            60,
            Array.from(
              { length: 59 },
              (__, index) => [Math.floor(index / 4), index + 1] as const,
            ),
          ),
        ),
      ),
    ).toEqual([]);
  });

  it('has an answer for cycles, for what feeds itself, and for what stands alone', () => {
    const { positions, bends } = layout(
      graphOf(5, [
        [0, 1],
        [1, 2],
        [2, 0],
        [3, 3],
      ]),
    );
    expect(positions).toHaveLength(5);
    expect(positions.flat().every(Number.isFinite)).toBe(true);
    expect(bends).toHaveLength(4);
    expect(overlaps({ positions, bends })).toEqual([]);
  });

  it('has an answer for nothing', () => {
    expect(layout(graphOf(0, []))).toEqual({ positions: [], bends: [] });
  });
});

describe('layoutWithDagre', () => {
  it('leads a long connection around what stands between its ends', () => {
    const { positions, bends } = layoutWithDagre(diamond, 'tight-tree');
    const long = bends[diamond.edges.length - 1];
    // It passes two columns.
    expect(long).toHaveLength(2);
    for (const [x, y] of long) {
      for (const [left, top] of positions) {
        const isInside =
          x > left && x < left + size.width && y > top && y < top + size.height;
        expect(isInside).toBe(false);
      }
    }
    expect(bends[0]).toEqual([]);
  });
});
