import { useApi } from '@backstage/core-plugin-api';
import { LineageOverview } from '@understudy/plugin-lineage-common';
import { useCallback, useEffect, useRef } from 'react';
import { lineageApiRef } from '../api/LineageApi';
import { LineageOverviewQuery } from '../api/types';
import { Loaded, useLoaded } from '../loading/useLoaded';

/** Nodes that are asked for at first, and when the reader wants all that there can be. */
export const MANY_THINGS = 5_000;
export const ALL_THINGS = 10_000;

/**
 * Reads everything around a root. The map before stays until the next one is
 * there. It is read again whenever the graph is, which is at `graphReadAt`.
 */
export function useOverview(
  query: LineageOverviewQuery,
  graphReadAt: number | undefined,
): Loaded<LineageOverview> {
  const lineageApi = useApi(lineageApiRef);
  const { root, direction, environment, asOf, limit } = query;
  // The address makes the same list anew whenever anything else in it changes.
  const kindList = query.kinds?.join(',');
  const overview = useLoaded(
    useCallback(
      () =>
        lineageApi.getOverview({
          root,
          direction,
          environment,
          asOf,
          limit,
          kinds: kindList?.split(',').filter(Boolean),
        }),
      [lineageApi, root, direction, environment, asOf, limit, kindList],
    ),
    { keep: () => true },
  );
  const { reload } = overview;
  const before = useRef(graphReadAt);
  useEffect(() => {
    const isFirst = before.current === undefined;
    const isSame = before.current === graphReadAt;
    before.current = graphReadAt ?? before.current;
    if (!isFirst && !isSame && graphReadAt !== undefined) {
      reload();
    }
  }, [graphReadAt, reload]);
  return overview;
}
