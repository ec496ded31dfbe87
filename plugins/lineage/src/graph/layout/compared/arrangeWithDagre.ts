import { Arrangement, Coordinates, GAPS, LayoutGraph } from '../types';

/** What we use of dagre, of whatever version. */
export interface Dagre {
  graphlib: { Graph: new () => DagreGraph };
  layout(graph: DagreGraph): unknown;
}

/** A graph of dagre, which writes into labels where things are. */
interface DagreGraph {
  setGraph(label: object): unknown;
  setNode(id: string, label: object): unknown;
  setEdge(from: string, to: string, label: object): unknown;
}

/**
 * Arranges a graph with dagre, at the distances that we keep. It is what our
 * drawings are measured by, in tests and in the benchmark; the page does without.
 */
export function arrangeWithDagre(
  { graphlib, layout }: Dagre,
  graph: LayoutGraph,
): Arrangement {
  const drawing = new graphlib.Graph();
  drawing.setGraph({
    rankdir: 'LR',
    ranker: 'tight-tree',
    acyclicer: 'greedy',
    nodesep: GAPS.row,
    edgesep: GAPS.row / 2,
    ranksep: GAPS.column,
  });
  const nodes = graph.nodes.map(({ width, height }, index) => {
    const label = { width, height, x: NaN, y: NaN };
    drawing.setNode(String(index), label);
    return label;
  });
  // Of edges with the same ends there is one.
  const lines = new Map<string, { points: { x: number; y: number }[] }>();
  for (const [source, target] of graph.edges) {
    const key = `${source} ${target}`;
    // A node that feeds itself needs no room for that.
    if (source !== target && !lines.has(key)) {
      const label = { points: [] };
      lines.set(key, label);
      drawing.setEdge(String(source), String(target), label);
    }
  }
  layout(drawing);
  return {
    // Positions of dagre are middles.
    positions: nodes.map(({ width, height, x, y }) => [
      x - width / 2,
      y - height / 2,
    ]),
    bends: graph.edges.map(([source, target]) =>
      bendsOf(lines.get(`${source} ${target}`)?.points ?? []),
    ),
  };
}

/**
 * The points of an edge in columns of nodes. Between two columns dagre puts
 * another one for labels, which we have none of; and its first and last point
 * are where the edge meets its ends.
 */
function bendsOf(points: readonly { x: number; y: number }[]): Coordinates[] {
  return points
    .slice(1, -1)
    .filter((_, index) => index % 2 === 1)
    .map(({ x, y }) => [x, y] as const);
}
