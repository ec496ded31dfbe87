import { useApi } from '@backstage/core-plugin-api';
import {
  LineageDirection,
  LineageFields,
} from '@understudy/plugin-lineage-common';
import { useCallback, useEffect, useRef } from 'react';
import { lineageApiRef } from '../api/LineageApi';
import { Loaded, useLoaded } from '../loading/useLoaded';

/** As many fields as the backend gives at once. */
const MOST_FIELDS = 2_000;

/** Follows a field of a dataset, or all of them. */
export function useFields(asked: {
  root: string;
  field?: string;
  direction: LineageDirection;
  /** They are read again whenever it grows. */
  refreshed: number;
}): Loaded<LineageFields> {
  const { root, field, direction, refreshed } = asked;
  const lineageApi = useApi(lineageApiRef);
  const fields = useLoaded(
    useCallback(
      () => lineageApi.getFields({ root, field, direction }),
      [lineageApi, root, field, direction],
    ),
  );
  const { reload } = fields;
  const seen = useRef(refreshed);
  useEffect(() => {
    if (seen.current !== refreshed) {
      seen.current = refreshed;
      reload();
    }
  }, [refreshed, reload]);
  return fields;
}

/** The fields of a dataset about whose lineage something is known. */
export function useKnownFields(root: string): Loaded<readonly string[]> {
  const lineageApi = useApi(lineageApiRef);
  return useLoaded(
    useCallback(async () => {
      const known = await lineageApi.getFields({
        root,
        depth: 0,
        limit: MOST_FIELDS,
      });
      return known.nodes.find(({ id }) => id === known.root)?.fields ?? [];
    }, [lineageApi, root]),
  );
}
