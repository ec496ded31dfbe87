import { useApi } from '@backstage/core-plugin-api';
import { ModelCardReport } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Loaded, useLoaded } from '../loading/useLoaded';

/** What is to be said of the card of a model, or of one of its versions. */
export function useCard(
  model: string,
  version?: string,
): Loaded<ModelCardReport> {
  const api = useApi(mlApiRef);
  return useLoaded(
    useCallback(() => api.getCard(model, version), [api, model, version]),
  );
}
