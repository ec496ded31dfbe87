import { LineageEdge } from '@understudy/plugin-lineage-common';
import { adjacencyOf, edgeKey, neighboursOf, SIDES } from './adjacency';
import { hopsFrom } from './distances';

/** Part of a graph: ids of nodes, and keys of connections as `edgeKey` makes them. */
export interface Path {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

/**
 * Everything that lies between two nodes: all ways along the data from one to
 * the other, whichever way round that is. Where the data flow neither way, the
 * shortest way that ignores directions. Undefined when there is none at all.
 */
export function pathBetween(
  graph: { edges: readonly LineageEdge[] },
  from: string,
  to: string,
): Path | undefined {
  const adjacency = adjacencyOf(graph.edges);
  for (const [start, end] of [
    [from, to],
    [to, from],
  ]) {
    const after = hopsFrom(adjacency, start, ['downstream']);
    if (after.has(end)) {
      const before = hopsFrom(adjacency, end, ['upstream']);
      return partOf(graph.edges, id => after.has(id) && before.has(id));
    }
  }
  const hops = hopsFrom(adjacency, from);
  if (!hops.has(to)) {
    return undefined;
  }
  const way = new Set([to]);
  let at = to;
  while (at !== from) {
    const here: string = at;
    at = SIDES.flatMap(side => neighboursOf(adjacency, here, side)).find(
      neighbour => hops.get(neighbour) === hops.get(here)! - 1,
    )!;
    way.add(at);
  }
  return partOf(
    graph.edges,
    id => way.has(id),
    // Not a shortcut that joins two nodes of the way out of turn.
    edge => Math.abs(hops.get(edge.source)! - hops.get(edge.target)!) === 1,
  );
}

function partOf(
  edges: readonly LineageEdge[],
  isIn: (id: string) => boolean,
  counts: (edge: LineageEdge) => boolean = () => true,
): Path {
  const inside = edges.filter(
    edge => isIn(edge.source) && isIn(edge.target) && counts(edge),
  );
  return {
    nodes: new Set(inside.flatMap(({ source, target }) => [source, target])),
    edges: new Set(inside.map(edgeKey)),
  };
}
