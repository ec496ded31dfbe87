import { useApi } from '@backstage/core-plugin-api';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Loaded, useLoaded } from '../loading/useLoaded';
import { KnownOptions, readOptions } from '../promotion/readOptions';

/** A version with what may be asked for it. */
export interface VersionDetails {
  version: ModelVersion;
  asking: KnownOptions;
}

export function useVersion(
  model: string,
  label: string,
): Loaded<VersionDetails> {
  const api = useApi(mlApiRef);
  return useLoaded(
    useCallback(async () => {
      const [version, asking] = await Promise.all([
        api.getVersion(model, label),
        readOptions(api, model),
      ]);
      return { version, asking };
    }, [api, model, label]),
  );
}
