import {
  findParallelEdges,
  LineageEdge,
  LineageGraph,
  LineageNode,
  LineageNodeSummary,
  Neighbourhood,
  NeighbourhoodEdge,
} from '@understudy/plugin-lineage-common';
import { originOf } from './originOf';

/**
 * Further than any node is from the root, for those that no way was found to. It is
 * multiplied by numbers of nodes, so it is far from the largest number there is.
 */
const FAR = 2 ** 20;

/** Puts names to a neighbourhood, in an order that does not depend on rows. */
export function toLineageGraph(
  found: Neighbourhood,
  known: {
    root: number;
    environment: Pick<
      LineageGraph,
      'environment' | 'environments' | 'defaultEnvironment' | 'asOf'
    >;
    /** Of all that was found, and of all ends of edges. */
    nodes: Map<number, LineageNodeSummary>;
    lastSeen: Map<NeighbourhoodEdge, string>;
    versions: Map<NeighbourhoodEdge, string>;
  },
): LineageGraph {
  const idOf = (id: number) => known.nodes.get(id)?.id;
  const places = placesById(known.nodes);
  const placeOf = (id: number) => places.get(id) ?? 0;
  const nodes: LineageNode[] = inOrder(
    found.nodes,
    node => nearest(node) * places.size + placeOf(node.id),
  ).flatMap(({ id, distance, hidden }) => {
    const node = known.nodes.get(id);
    return node ? [{ ...node, distance, hidden }] : [];
  });
  const parallel = findParallelEdges(
    found.edges,
    id => known.nodes.get(id)?.kind === 'entity',
  );
  const edges: LineageEdge[] = inOrder(
    found.edges,
    edge => placeOf(edge.source) * places.size + placeOf(edge.target),
  ).flatMap(edge => {
    const [source, target] = [idOf(edge.source), idOf(edge.target)];
    const lastSeen = known.lastSeen.get(edge);
    const version = known.versions.get(edge);
    return source === undefined || target === undefined
      ? []
      : [
          {
            source,
            target,
            origin: parallel.has(edge) ? 'both' : originOf(edge.origin),
            ...(edge.via > 0 && { via: edge.via }),
            ...(edge.restricted && { restricted: true as const }),
            ...(lastSeen && { lastSeen }),
            ...(version && { version }),
            ...(parallel.has(edge) && { parallel: true as const }),
          },
        ];
  });
  return {
    root: idOf(known.root) ?? '',
    nodes,
    edges,
    truncated: found.truncated,
    complete: found.complete,
    ...known.environment,
  };
}

function nearest({ distance }: Pick<LineageNode, 'distance'>): number {
  return Math.min(distance.upstream ?? FAR, distance.downstream ?? FAR);
}

/**
 * Where each node is among all of them by its id in the API. Those are long and alike,
 * so they are compared only here.
 */
function placesById(
  nodes: ReadonlyMap<number, LineageNodeSummary>,
): Map<number, number> {
  const ordered = [...nodes].sort(([, a], [, b]) => (a.id < b.id ? -1 : 1));
  return new Map(ordered.map(([node], place) => [node, place]));
}

/**
 * By a whole number for each, and as they came where it is the same. Both are put into
 * one number, as numbers sort by themselves and comparing in code takes longer: with
 * 10,000 nodes and 10,000 edges still a thousandth of what a number holds exactly.
 */
function inOrder<T>(things: readonly T[], rankOf: (thing: T) => number): T[] {
  const keys = Float64Array.from(
    things,
    (thing, place) => rankOf(thing) * things.length + place,
  );
  return Array.from(keys.sort(), key => things[key % things.length]);
}
