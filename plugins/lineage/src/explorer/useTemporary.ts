import { LineageGraph } from '@understudy/plugin-lineage-common';
import { useMemo } from 'react';
import {
  collapseTemporary,
  isTemporary,
} from '../graph/model/collapseTemporary';
import { Part } from './parts';
import { LineageView } from './view';

/** Data that lives in memory only, of which the picture has some or none. */
export interface Temporary {
  /** How many of them are, or could be, left out. */
  count: number;
  shown: boolean;
}

/** The graph without what lives in memory only, unless the reader wants to see it. */
export function useTemporary(
  graph: LineageGraph | undefined,
  options: {
    view: LineageView;
    parts: readonly Part[];
    onPath: ReadonlySet<string>;
  },
): { data?: LineageGraph; temporary: Temporary } {
  const { view, parts, onPath } = options;
  const ids = useMemo(
    () => graph?.nodes.filter(isTemporary).map(({ id }) => id) ?? [],
    [graph],
  );
  const pointedAt = new Set([
    view.selected,
    ...onPath,
    ...parts.map(({ id }) => id),
  ]);
  // What is selected changes often; the picture must not be arranged anew each time.
  // When all are shown, the count is of what would be left out again.
  const kept = view.temporary
    ? ''
    : ids.filter(id => pointedAt.has(id)).join('\n');
  const { graph: collapsedGraph, collapsed } = useMemo(
    () =>
      graph
        ? collapseTemporary(graph, new Set(kept.split('\n')))
        : { graph, collapsed: 0 },
    [graph, kept],
  );
  return {
    data: view.temporary ? graph : collapsedGraph,
    temporary: { count: collapsed, shown: view.temporary },
  };
}
