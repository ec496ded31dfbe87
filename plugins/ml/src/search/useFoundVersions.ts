import { useApi } from '@backstage/core-plugin-api';
import { FoundVersionPage } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Loaded, useLoaded } from '../loading/useLoaded';
import { readFoundQuery, VersionKind } from './foundFilters';

const PAGE_SIZE = 50;

/** The versions that the address asks for, a page of them. */
export function useFoundVersions(
  params: URLSearchParams,
  kind?: VersionKind,
): Loaded<FoundVersionPage> {
  const api = useApi(mlApiRef);
  const search = params.toString();
  return useLoaded(
    useCallback(
      () =>
        api.searchVersions({
          ...readFoundQuery(new URLSearchParams(search), kind),
          limit: PAGE_SIZE,
        }),
      [api, search, kind],
    ),
    { keepPrevious: true },
  );
}
