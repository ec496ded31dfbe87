import { LayoutGraph } from '../../types';
import { Arc, neighboursOf } from '../neighbours';
import { findCircles } from './findCircles';
import { orderCircle } from './orderCircle';

/** Connections that lead round in no circle. */
export interface DirectedArcs {
  /** No two of them connect the same nodes. */
  arcs: readonly Arc[];
  /** Per edge its arc. None for what connects a node with itself. */
  arcOfEdge: readonly ({ index: number; isReversed: boolean } | undefined)[];
}

/**
 * Turns some edges around so that no way leads back to where it began. Only those
 * between nodes of a circle can be meant: what is added anywhere else does not
 * change which ones.
 */
export function directArcs({ nodes, edges }: LayoutGraph): DirectedArcs {
  const { after } = neighboursOf(nodes.length, edges);
  const circleOf = findCircles(after);
  const place = placesInCircles(edges, circleOf, sidesOf(nodes));
  const arcs: Arc[] = [];
  const indexes = new Map<number, number>();
  const arcOfEdge = edges.map(([source, target]) => {
    if (source === target) {
      return undefined;
    }
    const isReversed =
      circleOf[source] === circleOf[target] && place[source] > place[target];
    const arc: Arc = isReversed ? [target, source] : [source, target];
    const key = arc[0] * nodes.length + arc[1];
    const index = indexes.get(key) ?? arcs.push(arc) - 1;
    indexes.set(key, index);
    return { index, isReversed };
  });
  return { arcs, arcOfEdge };
}

/** Per node -1 left of the start, 0 for the start and whatever has no side, 1 right of it. */
function sidesOf(nodes: LayoutGraph['nodes']): number[] {
  return nodes.map(({ side = 0 }) => Math.sign(side));
}

/**
 * Per node its place among those it goes round in circles with: what is left of the
 * start before the start, and that before what is right of it. So what a start is made
 * from stays left of it where data come back to where they began.
 */
function placesInCircles(
  edges: readonly Arc[],
  circleOf: readonly number[],
  sides: readonly number[],
): number[] {
  const groupOf = circleOf.map((circle, node) => 3 * circle + sides[node] + 1);
  const members: number[][] = [];
  const numbers = groupOf.map(
    (group, node) => (members[group] ??= []).push(node) - 1,
  );
  const arcs: Arc[][] = members.map(() => []);
  for (const [source, target] of edges) {
    if (groupOf[source] === groupOf[target] && source !== target) {
      arcs[groupOf[source]].push([numbers[source], numbers[target]]);
    }
  }
  const places = members.map((nodes, group) =>
    nodes.length > 1 ? orderCircle(nodes.length, arcs[group]) : [0],
  );
  return groupOf.map(
    (group, node) =>
      sides[node] * circleOf.length + places[group][numbers[node]],
  );
}
