import { useApi } from '@backstage/core-plugin-api';
import { LineageFindings } from '@understudy/plugin-lineage-common';
import { useCallback } from 'react';
import { lineageApiRef } from '../api/LineageApi';
import { Loaded, useLoaded } from '../loading/useLoaded';

/**
 * What the catalog and runs say differently about an entity. Read after the
 * graph, whose coming it must not delay, and again whenever that is.
 */
export function useFindings(
  root: string | undefined,
  graphReadAt: number | undefined,
): Loaded<LineageFindings | undefined> {
  const lineageApi = useApi(lineageApiRef);
  return useLoaded(
    useCallback(
      async () =>
        root === undefined || graphReadAt === undefined
          ? undefined
          : await lineageApi.getFindings(root),
      [lineageApi, root, graphReadAt],
    ),
    { keep: findings => findings?.root === root },
  );
}
