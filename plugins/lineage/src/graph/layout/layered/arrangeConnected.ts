import { Arrangement, Coordinates, GAPS, LayoutGraph } from '../types';
import { directArcs } from './cycles/directArcs';
import { Effort } from './Effort';
import { assignHeights } from './heights/assignHeights';
import { LayeredGraph } from './LayeredGraph';
import { assignLayers } from './layers/assignLayers';
import { splitLongArcs } from './layers/splitLongArcs';
import { reduceCrossings } from './order/reduceCrossings';

/** Arranges a graph of which all parts are connected. */
export function arrangeConnected(
  graph: LayoutGraph,
  effort: Effort,
): Arrangement {
  const { arcs, arcOfEdge } = directArcs(graph);
  const layers = assignLayers(graph.nodes.length, arcs, effort);
  const layered = splitLongArcs(arcs, layers, effort);
  const order = reduceCrossings(layered, effort);
  const heights = assignHeights(layered, order, distanceIn(graph, layered));
  const middles = columnMiddles(graph, layered);
  const pointOf = (item: number): Coordinates => [
    middles[layered.layerOf[item]],
    heights[item],
  ];
  return {
    positions: graph.nodes.map(({ width, height }, node) => {
      const [x, y] = pointOf(node);
      return [x - width / 2, y - height / 2];
    }),
    bends: arcOfEdge.map(arc => {
      const points = layered.passages[arc?.index ?? -1]?.map(pointOf) ?? [];
      return arc?.isReversed ? points.reverse() : points;
    }),
  };
}

/** How far the middles of two items in one layer are from each other at least. */
function distanceIn(
  { nodes }: LayoutGraph,
  { nodeCount }: LayeredGraph,
): (upper: number, lower: number) => number {
  // Lines need less room than nodes.
  const half = (item: number) =>
    item < nodeCount ? (nodes[item].height + GAPS.row) / 2 : GAPS.row / 4;
  return (upper, lower) => half(upper) + half(lower);
}

function columnMiddles(
  { nodes }: LayoutGraph,
  { layerOf, layerCount }: LayeredGraph,
): number[] {
  const widths = new Array<number>(layerCount).fill(0);
  nodes.forEach(({ width }, node) => {
    widths[layerOf[node]] = Math.max(widths[layerOf[node]], width);
  });
  let x = 0;
  return widths.map(width => {
    const middle = x + width / 2;
    x += width + GAPS.column;
    return middle;
  });
}
