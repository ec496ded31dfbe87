import { useApi } from '@backstage/core-plugin-api';
import { ErrorLike } from '@backstage/errors';
import { LineageGraph } from '@understudy/plugin-lineage-common';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { lineageApiRef } from '../api/LineageApi';
import { LineageGraphQuery } from '../api/types';
import { Side } from '../graph/model/adjacency';
import { mergeGraphs } from '../graph/model/mergeGraphs';
import { useAction } from '../loading/useAction';
import { Loaded, useLoaded } from '../loading/useLoaded';
import { LineageView } from './view';

/** A graph, and what the reader has added to it. */
export interface ExploredGraph extends Loaded<LineageGraph> {
  /** What was asked, as one text. Expanding is part of the same question. */
  question: string;
  /** Adds the neighbours on one side of a node. */
  expand(id: string, side: Side): void;
  expanding: boolean;
  expandError?: ErrorLike;
}

/**
 * Reads the surroundings of a root and adds those of its nodes to it. Of another
 * depth, direction or choice of kinds the graph before stays on show until the
 * new one is there; of another root it does not.
 */
export function useLineageGraph(
  root: string,
  view: LineageView,
): ExploredGraph {
  const lineageApi = useApi(lineageApiRef);
  const { direction, upstreamDepth, downstreamDepth, kinds, limit } = view;
  const question = JSON.stringify([
    root,
    direction,
    upstreamDepth,
    downstreamDepth,
    kinds,
    limit,
  ]);
  const query = useMemo(
    (): LineageGraphQuery => ({
      root,
      direction,
      upstreamDepth: direction === 'downstream' ? undefined : upstreamDepth,
      downstreamDepth: direction === 'upstream' ? undefined : downstreamDepth,
      kinds,
      limit,
    }),
    // The same question, however often it is put.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [question],
  );

  const [asRoot, setAsRoot] = useState<{ asked: string; is: string }>();
  const base = useLoaded(
    useCallback(async () => {
      const graph = await lineageApi.getGraph(query);
      // An entity may have claimed the name that was asked for.
      setAsRoot({ asked: query.root, is: graph.root });
      return graph;
    }, [lineageApi, query]),
    {
      keep: graph =>
        graph.root === root ||
        (asRoot?.asked === root && asRoot.is === graph.root),
    },
  );

  const [added, setAdded] = useState<{
    to?: LineageGraph;
    graphs: LineageGraph[];
  }>({ graphs: [] });
  const expansion = useAction(async (id: string, side: Side) => {
    const to = base.data;
    const graph = await lineageApi.getGraph({
      root: id,
      direction: side,
      [side === 'upstream' ? 'upstreamDepth' : 'downstreamDepth']: 1,
      kinds,
      limit,
    });
    setAdded(before => ({
      to,
      graphs: before.to === to ? [...before.graphs, graph] : [graph],
    }));
  });
  // What was asked for while another answer was awaited is forgotten with it.
  useEffect(() => setAdded({ graphs: [] }), [question]);

  const data = useMemo(
    () =>
      base.data && added.to === base.data
        ? added.graphs.reduce(mergeGraphs, base.data)
        : base.data,
    [base.data, added],
  );
  const { run } = expansion;
  return {
    ...base,
    data,
    question,
    expand: useCallback((id: string, side: Side) => void run(id, side), [run]),
    expanding: expansion.busy,
    expandError: expansion.error,
  };
}
