import { LineageGraph, LineagePath } from '@understudy/plugin-lineage-common';
import { useMemo } from 'react';
import { Path, pathBetween } from '../graph/model/pathBetween';
import { FlowGraph } from '../graph/model/toFlow';
import { addPath, partOnPath } from './pathGraph';

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

/**
 * What of a drawing lies on the paths, as far as that is known. Of another time
 * than now only what is shown is known: there all ways in it count.
 */
export function useWay(
  flow: FlowGraph | undefined,
  asked: { to?: string; path?: LineagePath; isNow: boolean },
): Path | undefined {
  const { to, path, isNow } = asked;
  return useMemo(() => {
    if (!flow || to === undefined) {
      return undefined;
    }
    const shownAs = (id: string) => flow.groupOf.get(id) ?? id;
    if (!isNow) {
      return pathBetween(flow, flow.root, shownAs(to));
    }
    return path && partOnPath(path, shownAs);
  }, [flow, to, path, isNow]);
}
