import { useApi } from '@backstage/core-plugin-api';
import { Assignment, ModelVersion } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Loaded, useLoaded } from '../loading/useLoaded';
import { KnownOptions, readOptions } from '../promotion/readOptions';

/** The most the backend gives at once. */
const AT_MOST = 200;

/** A version with where it is and was, and what may be asked for it. */
export interface VersionDetails {
  version: ModelVersion;
  assignments: Assignment[];
  asking: KnownOptions;
}

export function useVersion(
  model: string,
  label: string,
): Loaded<VersionDetails> {
  const api = useApi(mlApiRef);
  return useLoaded(
    useCallback(async () => {
      const [version, history, asking] = await Promise.all([
        api.getVersion(model, label),
        api.listAssignments(model, { view: 'history', limit: AT_MOST }),
        readOptions(api, model),
      ]);
      const assignments = history.items.filter(
        assignment => assignment.versionId === version.id,
      );
      return { version, assignments, asking };
    }, [api, model, label]),
  );
}
