import * as fc from 'fast-check';
import {
  anyGraph,
  anyGraphWithoutCircles,
  coveredBends,
  graphOf,
  overlaps,
} from '../__testUtils__/graphs';
import { LayoutGraph } from '../types';
import { arrangeInLayers } from './arrangeInLayers';
import { findCircles } from './cycles/findCircles';
import { FULL_EFFORT, LITTLE_EFFORT } from './Effort';
import { neighboursOf } from './neighbours';

const diamond = graphOf(5, [
  [0, 1],
  [0, 2],
  [1, 3],
  [2, 3],
  [3, 4],
  [0, 4],
]);

/** Edges whose target is not right of their source. */
function edgesBackwards(graph: LayoutGraph, effort = FULL_EFFORT) {
  const { positions } = arrangeInLayers(graph, effort);
  return graph.edges.filter(
    ([source, target]) =>
      positions[target][0] <
      positions[source][0] + graph.nodes[source].width + 1,
  );
}

describe.each([
  ['full', FULL_EFFORT],
  ['little', LITTLE_EFFORT],
])('arrangeInLayers with %s effort', (_, effort) => {
  it('puts nothing on top of another thing', () => {
    fc.assert(
      fc.property(anyGraph(), graph => {
        const arranged = arrangeInLayers(graph, effort);
        expect(overlaps(graph, arranged)).toEqual([]);
        expect(coveredBends(graph, arranged)).toEqual([]);
      }),
    );
  });

  it('has a place for everything', () => {
    fc.assert(
      fc.property(anyGraph(), graph => {
        const { positions, bends } = arrangeInLayers(graph, effort);
        expect(positions).toHaveLength(graph.nodes.length);
        expect(bends).toHaveLength(graph.edges.length);
        expect(
          [...positions, ...bends.flat()].flat().every(Number.isFinite),
        ).toBe(true);
      }),
    );
  });

  it('goes from left to right along the data', () => {
    fc.assert(
      fc.property(anyGraphWithoutCircles(), graph => {
        expect(edgesBackwards(graph, effort)).toEqual([]);
      }),
    );
  });

  it('goes from right to left only where data go round in circles', () => {
    fc.assert(
      fc.property(anyGraph(), graph => {
        const { after } = neighboursOf(graph.nodes.length, graph.edges);
        const circleOf = findCircles(after);
        for (const [source, target] of edgesBackwards(graph, effort)) {
          expect(circleOf[target]).toBe(circleOf[source]);
        }
      }),
    );
  });

  it('arranges the same graph the same', () => {
    fc.assert(
      fc.property(anyGraph(), graph => {
        expect(arrangeInLayers(structuredClone(graph), effort)).toEqual(
          arrangeInLayers(graph, effort),
        );
      }),
    );
  });
});

describe('arrangeInLayers', () => {
  it('leads a long connection around what stands between its ends', () => {
    const arranged = arrangeInLayers(diamond);
    // It passes two columns.
    expect(arranged.bends[5]).toHaveLength(2);
    expect(coveredBends(diamond, arranged)).toEqual([]);
    expect(arranged.bends[0]).toEqual([]);
  });

  it('gives the bends of what leads back in its own direction', () => {
    const { bends } = arrangeInLayers(
      graphOf(
        5,
        Array.from({ length: 5 }, (_, node) => [node, (node + 1) % 5] as const),
      ),
    );
    const back = bends.find(points => points.length > 0)!.map(([x]) => x);
    expect(back).toHaveLength(3);
    expect(back).toEqual([...back].sort((a, b) => b - a));
  });

  it('gives the bends of a connection in its own direction', () => {
    fc.assert(
      fc.property(anyGraph(), graph => {
        const { positions, bends } = arrangeInLayers(graph);
        graph.edges.forEach(([source, target], edge) => {
          const isForward = positions[source][0] < positions[target][0];
          const columns = bends[edge].map(([x]) => (isForward ? x : -x));
          expect(columns).toEqual([...columns].sort((a, b) => a - b));
        });
      }),
    );
  });

  it('puts parts that are not connected beside each other', () => {
    const { positions } = arrangeInLayers(
      graphOf(
        40,
        Array.from(
          { length: 20 },
          (_, part) => [2 * part, 2 * part + 1] as const,
        ),
      ),
    );
    const [xs, ys] = [0, 1].map(axis => positions.map(point => point[axis]));
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(600);
    expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(1_200);
  });

  it('draws what follows on each other in one line', () => {
    const chain = graphOf(
      6,
      Array.from({ length: 5 }, (_, node) => [node, node + 1] as const),
    );
    const middles = arrangeInLayers(chain).positions.map(
      ([, y], node) => y + chain.nodes[node].height / 2,
    );
    expect(new Set(middles).size).toBe(1);
  });

  it('leads two connections of the same ends the same way, and none from a thing to itself', () => {
    const { bends } = arrangeInLayers(
      graphOf(4, [
        [0, 1],
        [1, 2],
        [0, 2],
        [0, 2],
        [2, 0],
        [3, 3],
      ]),
    );
    expect(bends[3]).toEqual(bends[2]);
    expect(bends[5]).toEqual([]);
  });

  it('has an answer for nothing', () => {
    expect(arrangeInLayers(graphOf(0, []))).toEqual({
      positions: [],
      bends: [],
    });
  });

  it('takes a thousand things in a row, and as many in one place', () => {
    const count = 1_000;
    const row = graphOf(
      count,
      Array.from({ length: count - 1 }, (_, node) => [node, node + 1] as const),
    );
    expect(edgesBackwards(row)).toEqual([]);
    const star = graphOf(
      count,
      Array.from({ length: count - 1 }, (_, node) => [0, node + 1] as const),
    );
    expect(overlaps(star, arrangeInLayers(star))).toEqual([]);
  });
});
