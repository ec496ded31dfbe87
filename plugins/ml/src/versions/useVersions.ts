import { useApi } from '@backstage/core-plugin-api';
import { ModelVersionPage } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Loaded, useLoaded } from '../loading/useLoaded';
import { readVersionQuery } from './versionFilters';

const PAGE_SIZE = 50;

/** The versions of a model that the address asks for. */
export function useVersions(
  model: string,
  params: URLSearchParams,
): Loaded<ModelVersionPage> {
  const api = useApi(mlApiRef);
  const search = params.toString();
  return useLoaded(
    useCallback(
      () =>
        api.listVersions(model, {
          ...readVersionQuery(new URLSearchParams(search)),
          limit: PAGE_SIZE,
        }),
      [api, model, search],
    ),
    { keepPrevious: true },
  );
}
