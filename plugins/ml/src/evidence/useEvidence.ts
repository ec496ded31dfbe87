import { useApi } from '@backstage/core-plugin-api';
import { VersionEvidence } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Loaded, useLoaded } from '../loading/useLoaded';

/** What is on record of a version. */
export function useEvidence(
  model: string,
  label: string,
): Loaded<VersionEvidence> {
  const api = useApi(mlApiRef);
  return useLoaded(
    useCallback(() => api.getEvidence(model, label), [api, model, label]),
  );
}
