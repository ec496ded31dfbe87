import { LineageSide, NodesBySide } from '../graph/GraphSource';
import { NeighbourhoodEdge } from '../graph/describeNeighbourhood';

/** The bit of connections over which values are passed on. */
const DIRECT = 1;

/**
 * The columns that values are passed on to, or come from, without anything in
 * between that only decides: the starts, and what connections of values alone lead
 * to on either side of them.
 */
export function findDirect(
  edges: readonly NeighbourhoodEdge[],
  starts: NodesBySide,
): Set<number> {
  return new Set([
    ...reachDirectly(edges, starts.upstream, 'upstream'),
    ...reachDirectly(edges, starts.downstream, 'downstream'),
  ]);
}

function reachDirectly(
  edges: readonly NeighbourhoodEdge[],
  starts: readonly number[],
  side: LineageSide,
): Set<number> {
  const next = new Map<number, number[]>();
  for (const { source, target, origin } of edges) {
    if ((origin & DIRECT) !== 0) {
      const [near, far] =
        side === 'downstream' ? [source, target] : [target, source];
      const others = next.get(near) ?? [];
      others.push(far);
      next.set(near, others);
    }
  }
  // A set is walked in the order in which it grows.
  const reached = new Set(starts);
  for (const id of reached) {
    (next.get(id) ?? []).forEach(other => reached.add(other));
  }
  return reached;
}
