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
  const edges: LineageEdge[] = found.edges.flatMap(edge => {
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
  });
  return {
    root: idOf(known.root) ?? '',
    nodes: nodes.sort(
      (a, b) => nearest(a) - nearest(b) || (a.id < b.id ? -1 : 1),
    ),
    edges: edges.sort((a, b) =>
      a.source === b.source
        ? compare(a.target, b.target)
        : compare(a.source, b.source),
    ),
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

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
