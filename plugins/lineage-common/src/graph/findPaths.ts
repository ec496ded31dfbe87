import { GraphSource } from './GraphSource';
import { NeighbourhoodEdge } from './describeNeighbourhood';
import { VisibleGraph } from './VisibleGraph';

/**
 * How much a search for paths may read before it stops and says so.
 *
 * @public
 */
export interface PathBounds {
  /** Nodes that are looked at. */
  nodes: number;
  /** Hops. */
  depth: number;
  /** Neighbours that are read of one node and side. */
  fan: number;
  /** Neighbours that are read at once. */
  rows: number;
  /** Nodes that are walked through without being shown. */
  contracted: number;
  /** Questions to the source. */
  rounds: number;
}

const defaultBounds: PathBounds = {
  nodes: 20_000,
  depth: 50,
  fan: 1000,
  rows: 100_000,
  contracted: 10_000,
  rounds: 500,
};

/**
 * The shortest paths from one node to another, along the data.
 *
 * @public
 */
export interface FoundPaths {
  /** In the order in which the paths pass them, the two ends included; empty when there is no path. */
  nodes: { id: number; distance: number }[];
  edges: NeighbourhoodEdge[];
  /** Not all was looked at, or not all paths are given. */
  truncated: boolean;
  complete: boolean;
}

/**
 * Finds all shortest paths from one node to another. As in
 * {@link walkNeighbourhood}, only nodes that are shown count as hops.
 *
 * @public
 */
export async function findPaths(
  source: GraphSource,
  query: {
    from: number;
    to: number;
    /** Nodes of the answer. */
    limit: number;
    bounds?: Partial<PathBounds>;
  },
): Promise<FoundPaths> {
  const { from, to, limit } = query;
  const bounds = { ...defaultBounds, ...query.bounds };
  const graph = new VisibleGraph(source, from, bounds);
  const levels: number[][] = [[from]];
  const seen = new Set([from]);
  let complete = true;
  let truncated = false;
  while (!seen.has(to) || from === to) {
    const level = levels[levels.length - 1];
    if (
      level.length === 0 ||
      from === to ||
      levels.length > bounds.depth ||
      seen.size > bounds.nodes
    ) {
      truncated ||= level.length > 0 && from !== to;
      return { nodes: [], edges: [], truncated, complete };
    }
    await graph.load(level);
    const next = new Set<number>();
    for (const id of level) {
      const { links, more, touchesRestricted } = graph.links(id, 'downstream');
      truncated ||= more;
      complete &&= !touchesRestricted;
      for (const other of links.keys()) {
        if (!seen.has(other)) {
          seen.add(other);
          next.add(other);
        }
      }
    }
    truncated ||= graph.exhausted;
    levels.push([...next].sort((a, b) => a - b));
  }
  return { ...traceBack(graph, levels, { to, limit }, truncated), complete };
}

/** From the end to the beginning, level by level: what leads there. */
function traceBack(
  graph: VisibleGraph,
  levels: readonly number[][],
  { to, limit }: { to: number; limit: number },
  truncated: boolean,
): Omit<FoundPaths, 'complete'> {
  const last = levels.length - 1;
  const nodes = [{ id: to, distance: last }];
  const edges: NeighbourhoodEdge[] = [];
  let targets = new Set([to]);
  let cut = truncated;
  for (let distance = last - 1; distance >= 0; distance--) {
    const before = new Set<number>();
    for (const id of levels[distance]) {
      for (const [other, link] of graph.links(id, 'downstream').links) {
        // Room is kept for one node of each level that is still to come.
        const isFull = nodes.length + before.size >= limit - distance;
        if (
          !targets.has(other) ||
          (isFull && !before.has(id) && before.size > 0)
        ) {
          cut ||= targets.has(other);
          continue;
        }
        before.add(id);
        const { origin, via, restricted } = link;
        edges.push({ source: id, target: other, origin, via, restricted });
      }
    }
    for (const id of before) {
      nodes.push({ id, distance });
    }
    targets = before;
  }
  return {
    nodes: nodes
      .reverse()
      .sort((a, b) => a.distance - b.distance || a.id - b.id),
    edges,
    truncated: cut,
  };
}
