import { Arrangement, Coordinates, LayoutGraph } from '../types';

/** What makes a drawing hard to read. */
export interface DrawingQuality {
  /** How often two connections cross. */
  crossings: number;
  /** The length of all connections together. */
  length: number;
}

/** A straight stretch of a connection, from left to right. */
type Stretch = readonly [from: Coordinates, to: Coordinates];

/** Measures a drawing, whoever made it, along the points that it leads connections through. */
export function drawingQuality(
  graph: LayoutGraph,
  arrangement: Arrangement,
): DrawingQuality {
  const stretches = stretchesOf(graph, arrangement);
  return {
    crossings: countCrossings(stretches),
    length: stretches.reduce(
      (sum, [from, to]) => sum + Math.hypot(to[0] - from[0], to[1] - from[1]),
      0,
    ),
  };
}

function stretchesOf(
  graph: LayoutGraph,
  { positions, bends }: Arrangement,
): Stretch[] {
  const middleOf = (node: number): Coordinates => [
    positions[node][0] + graph.nodes[node].width / 2,
    positions[node][1] + graph.nodes[node].height / 2,
  ];
  return graph.edges.flatMap(([source, target], edge) => {
    const points = [middleOf(source), ...bends[edge], middleOf(target)];
    return points
      .slice(1)
      .map((point, index): Stretch =>
        points[index][0] < point[0]
          ? [points[index], point]
          : [point, points[index]],
      );
  });
}

function countCrossings(stretches: readonly Stretch[]): number {
  const sorted = [...stretches].sort((a, b) => a[0][0] - b[0][0]);
  let open: Stretch[] = [];
  let crossings = 0;
  for (const stretch of sorted) {
    open = open.filter(([, to]) => to[0] > stretch[0][0]);
    crossings += open.filter(other => cross(stretch, other)).length;
    open.push(stretch);
  }
  return crossings;
}

function cross(first: Stretch, second: Stretch): boolean {
  return (
    side(first, second[0]) * side(first, second[1]) < 0 &&
    side(second, first[0]) * side(second, first[1]) < 0
  );
}

/** On which side of a line a point is; 0 is on it, but for errors of rounding. */
function side([from, to]: Stretch, [x, y]: Coordinates): number {
  const area =
    (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
  return Math.abs(area) < 1e-6 ? 0 : area;
}
