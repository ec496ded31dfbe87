import { LineageGraph, LineagePath } from '@understudy/plugin-lineage-common';
import { edgeKey } from '../graph/model/adjacency';
import { mergeGraphs } from '../graph/model/mergeGraphs';

/** Beyond that their number says no more than that there are many. */
export const MOST_PATHS = 1_000;

/** Part of a graph: ids of nodes, and keys of connections as `edgeKey` makes them. */
export interface Path {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

/**
 * The graph with what lies on some paths added. What else such nodes are
 * connected to is not known, so none of it counts as hidden.
 */
export function addPath(graph: LineageGraph, path: LineagePath): LineageGraph {
  return mergeGraphs(graph, {
    ...graph,
    nodes: path.nodes.map(node => ({
      ...node,
      distance: {},
      hidden: { upstream: 0, downstream: 0 },
    })),
    // A path is drawn, whatever else says the same.
    edges: path.edges.map(edge => ({ ...edge, parallel: undefined })),
    truncated: false,
    complete: true,
  });
}

/** What of a drawing lies on the paths; undefined when there are none. */
export function partOnPath(
  path: LineagePath,
  /** Gives the id of what is drawn for a node. */
  shownAs: (id: string) => string,
): Path | undefined {
  return path.nodes.length === 0
    ? undefined
    : {
        nodes: new Set(path.nodes.map(({ id }) => shownAs(id))),
        edges: new Set(
          path.edges.map(edge =>
            edgeKey({
              ...edge,
              source: shownAs(edge.source),
              target: shownAs(edge.target),
            }),
          ),
        ),
      };
}

/** How long the paths are, and how many there are; stops counting at {@link MOST_PATHS}. */
export function measurePaths(path: LineagePath): {
  steps: number;
  paths: number;
} {
  const byDistance = [...path.nodes].sort((a, b) => a.distance - b.distance);
  const ways = new Map<string, number>();
  byDistance.forEach(({ id, distance }) => {
    const before = path.edges
      .filter(({ target }) => target === id)
      .reduce((sum, { source }) => sum + (ways.get(source) ?? 0), 0);
    ways.set(id, distance === 0 ? 1 : Math.min(before, MOST_PATHS));
  });
  const last = byDistance.at(-1);
  return {
    steps: last?.distance ?? 0,
    paths: last ? (ways.get(last.id) ?? 0) : 0,
  };
}
