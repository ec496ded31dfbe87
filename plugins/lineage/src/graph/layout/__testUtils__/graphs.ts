import * as fc from 'fast-check';
import { SIZES } from '../../model/toFlow';
import { Arrangement, LayoutGraph } from '../types';

/** A graph of jobs and data in turn. */
export function graphOf(
  count: number,
  edges: LayoutGraph['edges'],
): LayoutGraph {
  return {
    nodes: Array.from({ length: count }, (_, index) =>
      index % 2 === 0 ? SIZES.data : SIZES.job,
    ),
    edges,
  };
}

/** Any graph, with circles, parts of their own, and what feeds itself. */
export function anyGraph(
  limits: { nodes?: number; edges?: number } = {},
): fc.Arbitrary<LayoutGraph> {
  const { nodes = 40, edges = 80 } = limits;
  return fc.integer({ min: 1, max: nodes }).chain(count => {
    const node = fc.nat({ max: count - 1 });
    return (
      fc
        // Without the size there would hardly ever be more than ten.
        .array(fc.tuple(node, node), { maxLength: edges, size: 'max' })
        .map(found => graphOf(count, found))
    );
  });
}

/** Any graph whose edges lead from nodes to later ones. */
export function anyGraphWithoutCircles(
  limits: { nodes?: number; edges?: number } = {},
): fc.Arbitrary<LayoutGraph> {
  return anyGraph(limits).map(({ nodes, edges }) => ({
    nodes,
    edges: edges
      .filter(([source, target]) => source !== target)
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  }));
}

/** Pairs of nodes that are on top of each other. */
export function overlaps(
  { nodes }: LayoutGraph,
  { positions }: Arrangement,
): [number, number][] {
  return positions.flatMap(([x, y], node) =>
    positions.flatMap(([otherX, otherY], other): [number, number][] =>
      other > node &&
      x < otherX + nodes[other].width &&
      otherX < x + nodes[node].width &&
      y < otherY + nodes[other].height &&
      otherY < y + nodes[node].height
        ? [[node, other]]
        : [],
    ),
  );
}

/** Bends of edges that are inside nodes. */
export function coveredBends(
  { nodes }: LayoutGraph,
  { positions, bends }: Arrangement,
): (readonly [number, number])[] {
  return bends
    .flat()
    .filter(([x, y]) =>
      positions.some(
        ([left, top], node) =>
          x > left &&
          x < left + nodes[node].width &&
          y > top &&
          y < top + nodes[node].height,
      ),
    );
}
