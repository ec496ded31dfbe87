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

/** Puts names to a neighbourhood, in an order that does not depend on rows. */
export function toLineageGraph(
  found: Neighbourhood,
  known: {
    root: number;
    environment: Pick<
      LineageGraph,
      'environment' | 'environments' | 'defaultEnvironment' | 'asOf'
    >;
    /** Of all ends of edges. */
    nodes: Map<number, LineageNodeSummary>;
    lastSeen: Map<NeighbourhoodEdge, string>;
  },
): LineageGraph {
  const idOf = (id: number) => known.nodes.get(id)?.id;
  const nodes: LineageNode[] = found.nodes.flatMap(
    ({ id, distance, hidden }) => {
      const node = known.nodes.get(id);
      return node ? [{ ...node, distance, hidden }] : [];
    },
  );
  const parallel = findParallelEdges(
    found.edges,
    id => known.nodes.get(id)?.kind === 'entity',
  );
  const edges: LineageEdge[] = inOrder(found.edges, known.nodes).flatMap(
    edge => {
      const [source, target] = [idOf(edge.source), idOf(edge.target)];
      const lastSeen = known.lastSeen.get(edge);
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
              ...(parallel.has(edge) && { parallel: true as const }),
            },
          ];
    },
  );
  return {
    root: idOf(known.root) ?? '',
    nodes: nodes.sort(
      (a, b) => nearest(a) - nearest(b) || (a.id < b.id ? -1 : 1),
    ),
    edges,
    truncated: found.truncated,
    complete: found.complete,
    ...known.environment,
  };
}

function nearest({ distance }: LineageNode): number {
  return Math.min(
    distance.upstream ?? Number.MAX_SAFE_INTEGER,
    distance.downstream ?? Number.MAX_SAFE_INTEGER,
  );
}

/**
 * By the ids of their ends. Ids are long and alike, and there are more edges than
 * nodes: so nodes are put in order, and edges by the places of their ends.
 */
function inOrder(
  edges: readonly NeighbourhoodEdge[],
  nodes: ReadonlyMap<number, LineageNodeSummary>,
): NeighbourhoodEdge[] {
  const ordered = [...nodes].sort(([, a], [, b]) => (a.id < b.id ? -1 : 1));
  const places = new Map(ordered.map(([node], place) => [node, place]));
  const placeOf = (node: number) => places.get(node) ?? 0;
  return edges
    .map(edge => ({
      edge,
      place: placeOf(edge.source) * ordered.length + placeOf(edge.target),
    }))
    .sort((a, b) => a.place - b.place)
    .map(({ edge }) => edge);
}
