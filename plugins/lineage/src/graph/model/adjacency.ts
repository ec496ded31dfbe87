import { LineageEdge } from '@understudy/plugin-lineage-common';

/** One side of a node: where its data come from, or where they go. */
export type Side = 'upstream' | 'downstream';

/** Both sides, in the direction of the data. */
export const SIDES: readonly Side[] = ['upstream', 'downstream'];

/** The neighbours of each node by side, each once. */
export type Adjacency = Record<Side, ReadonlyMap<string, readonly string[]>>;

/** What identifies a connection. No id of a node holds a space. */
export function edgeKey(
  edge: Pick<LineageEdge, 'source' | 'target' | 'restricted'>,
): string {
  return `${edge.source} ${edge.target}${edge.restricted ? ' *' : ''}`;
}

/** Makes the neighbours of nodes quick to look up. */
export function adjacencyOf(
  edges: readonly Pick<LineageEdge, 'source' | 'target'>[],
): Adjacency {
  const upstream = new Map<string, Set<string>>();
  const downstream = new Map<string, Set<string>>();
  for (const { source, target } of edges) {
    add(downstream, source, target);
    add(upstream, target, source);
  }
  return { upstream: asLists(upstream), downstream: asLists(downstream) };
}

/** The neighbours of a node on one side. */
export function neighboursOf(
  adjacency: Adjacency,
  id: string,
  side: Side,
): readonly string[] {
  return adjacency[side].get(id) ?? [];
}

function add(sets: Map<string, Set<string>>, key: string, value: string) {
  const set = sets.get(key);
  if (set) {
    set.add(value);
  } else {
    sets.set(key, new Set([value]));
  }
}

function asLists(sets: Map<string, Set<string>>): Map<string, string[]> {
  return new Map([...sets].map(([key, set]) => [key, [...set]]));
}
