import { Graph, layout } from '@dagrejs/dagre';
import { Arrangement, Coordinates, GAPS, LayoutGraph, Ranker } from './types';

/**
 * Arranges a graph from left to right in the direction of its edges. Takes
 * seconds on dense graphs, so it belongs in a worker and not on the main
 * thread.
 */
export function layoutWithDagre(
  graph: LayoutGraph,
  ranker: Ranker,
): Arrangement {
  const drawing = new Graph({ multigraph: false })
    .setGraph({
      rankdir: 'LR',
      ranker,
      acyclicer: 'greedy',
      nodesep: GAPS.row,
      edgesep: GAPS.row / 2,
      ranksep: GAPS.column,
    })
    .setDefaultEdgeLabel(() => ({}));
  graph.nodes.forEach(({ width, height }, index) =>
    drawing.setNode(String(index), { width, height }),
  );
  for (const [source, target] of graph.edges) {
    // A node that feeds itself needs no room for that.
    if (source !== target) {
      drawing.setEdge(String(source), String(target));
    }
  }
  layout(drawing);
  return {
    positions: graph.nodes.map(({ width, height }, index) => {
      // Positions of dagre are middles.
      const { x, y } = drawing.node(String(index));
      return [x - width / 2, y - height / 2] as const;
    }),
    bends: graph.edges.map(([source, target]) =>
      bendsOf(drawing.edge(String(source), String(target))),
    ),
  };
}

/**
 * The points of an edge in columns of nodes. Between two columns dagre puts
 * another one for labels, which we have none of; and its first and last point
 * are where the edge meets its ends.
 */
function bendsOf(
  edge: { points?: { x: number; y: number }[] } | undefined,
): Coordinates[] {
  return (edge?.points ?? [])
    .slice(1, -1)
    .filter((_, index) => index % 2 === 1)
    .map(({ x, y }) => [x, y] as const);
}
