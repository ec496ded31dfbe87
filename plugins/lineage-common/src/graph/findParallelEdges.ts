import { NeighbourhoodEdge } from './describeNeighbourhood';

const OBSERVED = 1;
const DECLARED = 2;

/**
 * The catalog says that one entity depends on another, tools report the job
 * that does it: the same thing twice. Finds the edges that are declared between
 * two entities while a way through other nodes of the same graph, none of them
 * an entity, was observed to lead from the one to the other.
 *
 * @returns those of `edges` of which this holds. They are known from both.
 * @public
 */
export function findParallelEdges(
  edges: readonly NeighbourhoodEdge[],
  isEntity: (id: number) => boolean,
): Set<NeighbourhoodEdge> {
  const declared = new Map<number, NeighbourhoodEdge[]>();
  for (const edge of edges) {
    const { source, target, origin, via, restricted } = edge;
    if (
      origin === DECLARED &&
      via === 0 &&
      !restricted &&
      isEntity(source) &&
      isEntity(target)
    ) {
      append(declared, source, edge);
    }
  }
  const parallel = new Set<NeighbourhoodEdge>();
  if (declared.size === 0) {
    return parallel;
  }
  const observed = new Map<number, number[]>();
  for (const { source, target, origin, restricted } of edges) {
    if (!restricted && (origin & OBSERVED) !== 0) {
      append(observed, source, target);
    }
  }
  for (const [source, candidates] of declared) {
    const reached = reachedBetween(source, observed, isEntity);
    for (const edge of candidates) {
      if (reached.has(edge.target)) {
        parallel.add(edge);
      }
    }
  }
  return parallel;
}

/** What observed ways lead to through nodes that are no entities. */
function reachedBetween(
  start: number,
  next: ReadonlyMap<number, readonly number[]>,
  isEntity: (id: number) => boolean,
): Set<number> {
  const reached = new Set<number>();
  // What is next to the start is not reached through anything yet.
  const waiting = (next.get(start) ?? []).filter(id => !isEntity(id));
  const passed = new Set(waiting);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const other of next.get(id) ?? []) {
      reached.add(other);
      if (!passed.has(other) && !isEntity(other)) {
        passed.add(other);
        waiting.push(other);
      }
    }
  }
  return reached;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) {
    list.push(value);
  } else {
    lists.set(key, [value]);
  }
}
