import { useApi } from '@backstage/core-plugin-api';
import {
  RegistryImport,
  RegistrySourceStatus,
} from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { registryImportApiRef } from '../api/RegistryImportApi';
import { Loaded, useLoaded } from '../loading/useLoaded';

/** What is known of one registry: its versions, and its import of models. */
export interface Registry {
  id: string;
  title: string;
  versions?: RegistrySourceStatus;
  models?: RegistryImport;
}

/** The registries that feed the portal, by title. */
export function useRegistries(): Loaded<Registry[]> {
  const mlApi = useApi(mlApiRef);
  const importApi = useApi(registryImportApiRef);
  return useLoaded(
    useCallback(async () => {
      const [sources, imports] = await Promise.all([
        mlApi.listRegistries(),
        importApi.listImports(),
      ]);
      return joinRegistries(sources, imports);
    }, [mlApi, importApi]),
  );
}

/** Brings together what the two backends know under one id. */
export function joinRegistries(
  sources: RegistrySourceStatus[],
  imports: RegistryImport[],
): Registry[] {
  const ids = new Set([
    ...sources.map(source => source.server),
    ...imports.map(each => each.id),
  ]);
  return [...ids]
    .map(id => {
      const versions = sources.find(source => source.server === id);
      const models = imports.find(each => each.id === id);
      const title = versions?.title ?? models?.title ?? id;
      return { id, title, versions, models };
    })
    .sort((a, b) => a.title.localeCompare(b.title));
}
