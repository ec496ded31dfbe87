import { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  isModelEntity,
  modelHome,
  ModelRegistryRecord,
  previousRefs,
} from '@understudy/plugin-ml-common';

/** What a registry sync needs to know of a Model. */
export interface DirectoryModel {
  ref: string;
  previousRefs: string[];
  type: string;
  /** See `modelHome`. */
  home: string | undefined;
  registries: ModelRegistryRecord[];
}

/**
 * Reads all Models of the catalog, for background work. Only the few fields
 * that binding needs are read.
 */
export async function readModelDirectory(options: {
  auth: AuthService;
  catalog: CatalogService;
  signal?: AbortSignal;
}): Promise<Map<string, DirectoryModel>> {
  const { auth, catalog, signal } = options;
  const models = new Map<string, DirectoryModel>();
  const pages = catalog.streamEntities(
    {
      filter: { kind: 'Model' },
      fields: [
        'apiVersion',
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.annotations',
        'spec.type',
        'spec.home',
        'spec.registries',
      ],
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  for await (const page of pages) {
    signal?.throwIfAborted();
    for (const entity of page.filter(isModelEntity)) {
      const ref = stringifyEntityRef(entity);
      models.set(ref, {
        ref,
        previousRefs: previousRefs(entity),
        type: entity.spec.type,
        home: modelHome(entity),
        registries: entity.spec.registries ?? [],
      });
    }
  }
  return models;
}
