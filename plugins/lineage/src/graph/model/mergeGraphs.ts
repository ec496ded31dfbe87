import {
  LineageEdge,
  LineageGraph,
  LineageNode,
  LineageOrigin,
} from '@understudy/plugin-lineage-common';
import { Adjacency, adjacencyOf, edgeKey, neighboursOf } from './adjacency';
import { hopsFrom } from './distances';

/**
 * The graph with the neighbourhood of one of its nodes added. Distances are
 * counted anew from the root of `base`, and each count of hidden neighbours
 * goes down by those that are shown now.
 */
export function mergeGraphs(
  base: LineageGraph,
  extra: LineageGraph,
): LineageGraph {
  const edges = mergeEdges([...base.edges, ...extra.edges]);
  const adjacency = adjacencyOf(edges);
  const parts = [base, extra].map(graph => ({
    nodes: new Map(graph.nodes.map(node => [node.id, node])),
    adjacency: adjacencyOf(graph.edges),
  }));
  const up = hopsFrom(adjacency, base.root, ['upstream']);
  const down = hopsFrom(adjacency, base.root, ['downstream']);

  const nodes = new Map<string, LineageNode>();
  for (const node of [...base.nodes, ...extra.nodes]) {
    const hidden = (side: 'upstream' | 'downstream') => {
      // Each answer knows how many neighbours there are: shown and hidden.
      const totals = parts.map(part => {
        const told = part.nodes.get(node.id);
        return told
          ? told.hidden[side] + shown(part.adjacency, node.id, side)
          : 0;
      });
      return Math.max(0, Math.max(...totals) - shown(adjacency, node.id, side));
    };
    nodes.set(node.id, {
      ...node,
      distance: {
        ...(up.has(node.id) ? { upstream: up.get(node.id) } : {}),
        ...(down.has(node.id) ? { downstream: down.get(node.id) } : {}),
      },
      hidden: {
        upstream: hidden('upstream'),
        downstream: hidden('downstream'),
      },
    });
  }
  return {
    ...base,
    nodes: [...nodes.values()],
    edges,
    truncated: base.truncated || extra.truncated,
    complete: base.complete && extra.complete,
  };
}

function shown(
  adjacency: Adjacency,
  id: string,
  side: 'upstream' | 'downstream',
): number {
  return neighboursOf(adjacency, id, side).length;
}

function mergeEdges(edges: LineageEdge[]): LineageEdge[] {
  const merged = new Map<string, LineageEdge>();
  for (const edge of edges) {
    const before = merged.get(edgeKey(edge));
    merged.set(
      edgeKey(edge),
      before
        ? {
            ...before,
            ...edge,
            origin: bothOrigins(before.origin, edge.origin),
          }
        : edge,
    );
  }
  return [...merged.values()];
}

function bothOrigins(a: LineageOrigin, b: LineageOrigin): LineageOrigin {
  return a === b ? a : 'both';
}
