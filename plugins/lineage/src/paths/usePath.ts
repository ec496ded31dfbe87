import { useApi } from '@backstage/core-plugin-api';
import { LineagePath } from '@understudy/plugin-lineage-common';
import { useCallback } from 'react';
import { lineageApiRef } from '../api/LineageApi';
import { Loaded, useLoaded } from '../loading/useLoaded';

/** What is known of the paths between the root and something else. */
export type LoadedPath = Loaded<LineagePath | undefined>;

/** Reads the shortest paths from the root to `to`; nothing while there is none. */
export function usePath(
  root: string,
  asked: { to?: string; environment?: string; asOf?: string },
): LoadedPath {
  const { to, environment, asOf } = asked;
  const lineageApi = useApi(lineageApiRef);
  return useLoaded(
    useCallback(
      async () =>
        to === undefined
          ? undefined
          : await lineageApi.findPath({ from: root, to, environment, asOf }),
      [lineageApi, root, to, environment, asOf],
    ),
  );
}
