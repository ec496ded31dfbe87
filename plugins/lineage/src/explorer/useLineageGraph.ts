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
 * new one is there; of another root, environment or time it does not.
 */
export function useLineageGraph(
  root: string,
  view: LineageView,
  /** The time whose connections are shown; now when missing. */
  asOf?: string,
): ExploredGraph {
  const lineageApi = useApi(lineageApiRef);
  const { direction, upstreamDepth, downstreamDepth, limit, environment } =
    view;
  // The address makes the same list anew whenever anything else in it changes.
  const kindList = view.kinds?.join(',');
  const kinds = useMemo(() => kindList?.split(',').filter(Boolean), [kindList]);
  const query = useMemo(
    (): LineageGraphQuery => ({
      root,
      direction,
      upstreamDepth: direction === 'downstream' ? undefined : upstreamDepth,
      downstreamDepth: direction === 'upstream' ? undefined : downstreamDepth,
      kinds,
      limit,
      environment,
      asOf,
    }),
    [
      root,
      direction,
      upstreamDepth,
      downstreamDepth,
      kinds,
      limit,
      environment,
      asOf,
    ],
  );
  const question = JSON.stringify(query);

  const [answered, setAnswered] = useState<{
    root: string;
    environment?: string;
    asOf?: string;
    is: string;
  }>();
  const base = useLoaded(
    useCallback(async () => {
      const graph = await lineageApi.getGraph(query);
      // An entity may have claimed the name that was asked for.
      setAnswered({
        root: query.root,
        environment: query.environment,
        asOf: query.asOf,
        is: graph.root,
      });
      return graph;
    }, [lineageApi, query]),
    {
      // What is known of another environment or time is not of this one.
      keep: graph =>
        answered?.environment === environment &&
        answered?.asOf === asOf &&
        (graph.root === root ||
          (answered?.root === root && answered.is === graph.root)),
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
      environment,
      asOf,
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
