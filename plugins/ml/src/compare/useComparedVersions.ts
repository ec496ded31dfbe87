import { useApi } from '@backstage/core-plugin-api';
import { InputError } from '@backstage/errors';
import { VersionComparison } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { comparedLimits } from './comparedLabels';
import { Loaded, useLoaded } from '../loading/useLoaded';

/** The versions with these labels, two to four of them, in this order. */
export function useComparedVersions(
  model: string,
  labels: string[],
): Loaded<VersionComparison> {
  const api = useApi(mlApiRef);
  const joined = JSON.stringify(labels);
  return useLoaded(
    useCallback(async () => {
      const wanted: string[] = JSON.parse(joined);
      const { least, most } = comparedLimits;
      if (wanted.length < least || wanted.length > most) {
        throw new InputError(
          `The address names ${wanted.length} versions; two to four can be compared`,
        );
      }
      return await api.compareVersions(model, wanted);
    }, [api, model, joined]),
  );
}
