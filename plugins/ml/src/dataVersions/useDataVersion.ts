import { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Loaded, useLoaded } from '../loading/useLoaded';

/** A version of a feature view or dataset with what it is a version of. */
export interface DataVersion {
  version: ModelVersion;
  /** Absent once the catalog has it no more; its versions stay readable. */
  entity?: Entity;
}

export function useDataVersion(
  ref: string,
  label: string,
): Loaded<DataVersion> {
  const api = useApi(mlApiRef);
  const catalogApi = useApi(catalogApiRef);
  return useLoaded(
    useCallback(async () => {
      const [version, entity] = await Promise.all([
        api.getVersion(ref, label),
        catalogApi.getEntityByRef(ref),
      ]);
      return { version, entity };
    }, [api, catalogApi, ref, label]),
  );
}
