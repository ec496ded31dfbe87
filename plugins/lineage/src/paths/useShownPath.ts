import { LineageGraph, LineagePath } from '@understudy/plugin-lineage-common';
import { useMemo } from 'react';
import { FlowGraph } from '../graph/model/toFlow';
import { addPath, partOnPath, Path } from './pathGraph';

/** The graph with the paths in it, and the nodes on them, which are drawn one by one. */
export function useGraphWithPath(
  graph: LineageGraph | undefined,
  path: LineagePath | undefined,
): { data?: LineageGraph; onPath: ReadonlySet<string> } {
  return useMemo(
    () => ({
      data: graph && path ? addPath(graph, path) : graph,
      onPath: new Set(path?.nodes.map(({ id }) => id)),
    }),
    [graph, path],
  );
}

/** What of a drawing lies on the paths; undefined when there are none. */
export function useWay(
  flow: FlowGraph | undefined,
  path: LineagePath | undefined,
): Path | undefined {
  return useMemo(
    () => flow && path && partOnPath(path, id => flow.groupOf.get(id) ?? id),
    [flow, path],
  );
}
