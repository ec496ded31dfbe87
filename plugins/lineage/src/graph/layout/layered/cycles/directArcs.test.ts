import * as fc from 'fast-check';
import { anyGraph, graphOf } from '../../__testUtils__/graphs';
import { LayoutGraph } from '../../types';
import { neighboursOf } from '../neighbours';
import { directArcs } from './directArcs';
import { findCircles } from './findCircles';

const reversed = (graph: LayoutGraph) =>
  directArcs(graph).arcOfEdge.map(arc => arc?.isReversed);

describe('directArcs', () => {
  it('leaves no circle, whatever the graph', () => {
    fc.assert(
      fc.property(anyGraph(), graph => {
        const { arcs } = directArcs(graph);
        const { after } = neighboursOf(graph.nodes.length, arcs);
        expect(new Set(findCircles(after)).size).toBe(graph.nodes.length);
      }),
    );
  });

  it('turns around nothing that is in no circle', () => {
    fc.assert(
      fc.property(anyGraph(), graph => {
        const { after } = neighboursOf(graph.nodes.length, graph.edges);
        const circleOf = findCircles(after);
        reversed(graph).forEach((isReversed, edge) => {
          const [source, target] = graph.edges[edge];
          expect(
            isReversed && circleOf[source] !== circleOf[target],
          ).toBeFalsy();
        });
      }),
    );
  });

  it('turns around as few edges of a circle as can be', () => {
    const circle = Array.from(
      { length: 8 },
      (_, node) => [node, (node + 1) % 8] as const,
    );
    expect(reversed(graphOf(8, circle)).filter(Boolean)).toHaveLength(1);
    // One edge that all of three circles have.
    expect(
      reversed(
        graphOf(5, [
          [0, 1],
          [1, 2],
          [1, 3],
          [1, 4],
          [2, 0],
          [3, 0],
          [4, 0],
        ]),
      ),
    ).toEqual([true, false, false, false, false, false, false]);
  });

  it('turns around the same edges when something is added elsewhere', () => {
    fc.assert(
      fc.property(anyGraph({ nodes: 20 }), fc.nat(), (graph, seed) => {
        const count = graph.nodes.length;
        const added: LayoutGraph['edges'] = [
          [seed % count, count],
          [count, count + 1],
          [count + 2, seed % count],
        ];
        expect(
          reversed(graphOf(count + 3, [...graph.edges, ...added])).slice(
            0,
            graph.edges.length,
          ),
        ).toEqual(reversed(graph));
      }),
    );
  });

  it('keeps what is left of the start before it, and what is right of it behind it', () => {
    const circle = [0, 1, 2, 3].map(node => [node, (node + 1) % 4] as const);
    const around = (start: number) =>
      graphOf(4, circle).nodes.map((node, index) => {
        const steps = (index - start + 4) % 4;
        return { ...node, side: steps === 3 ? -1 : steps };
      });
    for (const start of [0, 1, 2, 3]) {
      expect(
        reversed({ nodes: around(start), edges: circle }).indexOf(true),
      ).toBe((start + 2) % 4);
    }
  });

  it('turns around as little as can be on each side of the start', () => {
    // 0 and 1 make 2, of which 3 is made, which comes back to 0.
    const edges = [
      [0, 1],
      [1, 2],
      [0, 2],
      [2, 3],
      [3, 0],
    ] as const;
    const nodes = graphOf(4, edges).nodes.map((node, index) => ({
      ...node,
      side: index - 2,
    }));
    expect(reversed({ nodes, edges })).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it('makes one arc of edges with the same ends, and none of what feeds itself', () => {
    const { arcs, arcOfEdge } = directArcs(
      graphOf(2, [
        [0, 1],
        [0, 1],
        [1, 0],
        [1, 1],
      ]),
    );
    expect(arcs).toEqual([[0, 1]]);
    expect(arcOfEdge).toEqual([
      { index: 0, isReversed: false },
      { index: 0, isReversed: false },
      { index: 0, isReversed: true },
      undefined,
    ]);
  });
});
