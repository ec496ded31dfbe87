import { LineageEdge, LineageGraph } from '@understudy/plugin-lineage-common';
import { Adjacency, adjacencyOf, Side } from './adjacency';
import { hopsFrom } from './distances';

/** One entry of a graph that is written as a list of lists. */
export interface TreeItem {
  id: string;
  /** How the item above is connected to it. */
  edge: LineageEdge;
  /** Its own list stands elsewhere: it is reached over several ways. */
  repeated: boolean;
}

/** One side of the root as lists: what is under each node, by id. */
export interface LineageTree {
  side: Side;
  childrenOf: ReadonlyMap<string, readonly TreeItem[]>;
}

/**
 * One side of the root of a graph as a list of lists. Each connection is one
 * entry, so the whole is as long as the graph and no longer; a node has its own
 * list where it is met first, at its shortest distance.
 */
export function treeOf(graph: LineageGraph, side: Side): LineageTree {
  const adjacency = adjacencyOf(graph.edges);
  const hops = hopsFrom(adjacency, graph.root, [side]);
  const edges = edgesByNode(graph.edges, side);
  const childrenOf = new Map<string, TreeItem[]>();
  const met = new Set([graph.root]);
  // A map keeps its order: nearest first, as the walk met them.
  for (const id of hops.keys()) {
    const children = (edges.get(id) ?? []).map((edge): TreeItem => {
      const child = otherEnd(edge, side);
      const repeated = met.has(child);
      met.add(child);
      return { id: child, edge, repeated };
    });
    childrenOf.set(id, children);
  }
  return { side, childrenOf };
}

/** Nodes that neither side of the root reaches: neighbours of neighbours. */
export function besideOf(graph: LineageGraph): string[] {
  const adjacency: Adjacency = adjacencyOf(graph.edges);
  const up = hopsFrom(adjacency, graph.root, ['upstream']);
  const down = hopsFrom(adjacency, graph.root, ['downstream']);
  return graph.nodes
    .map(({ id }) => id)
    .filter(id => !up.has(id) && !down.has(id));
}

function edgesByNode(
  edges: readonly LineageEdge[],
  side: Side,
): Map<string, LineageEdge[]> {
  const byNode = new Map<string, LineageEdge[]>();
  for (const edge of edges) {
    const near = side === 'downstream' ? edge.source : edge.target;
    const list = byNode.get(near) ?? [];
    list.push(edge);
    byNode.set(near, list);
  }
  return byNode;
}

function otherEnd(edge: LineageEdge, side: Side): string {
  return side === 'downstream' ? edge.target : edge.source;
}
