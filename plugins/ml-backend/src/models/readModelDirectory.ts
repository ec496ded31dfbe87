import { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_REGISTRY_NAME,
  ANNOTATION_REGISTRY_SERVER,
  ANNOTATION_REGISTRY_WORKSPACE,
  isModelEntity,
  ModelEntity,
  modelHome,
  ModelRegistryRecord,
  previousRefs,
  RegistryRecordRef,
} from '@understudy/plugin-ml-common';
import { streamInBackground } from '@understudy/plugin-ml-node';
import { isImported } from './isImported';

/** What a registry sync needs to know of a Model. */
export interface DirectoryModel {
  ref: string;
  previousRefs: string[];
  type: string;
  /** See `modelHome`. */
  home: string | undefined;
  /** What the Model says of itself; an imported one says nothing. */
  registries: ModelRegistryRecord[];
  /** Present where an importer made the Model. */
  imported?: {
    /** Name of the entity, with its case. */
    name: string;
    /** The record it was made from, when it was made from one. */
    record?: RegistryRecordRef;
  };
}

/**
 * Reads all Models of the catalog, for background work. Only the few fields
 * that binding needs are read.
 */
export async function readModelDirectory(options: {
  auth: AuthService;
  catalog: CatalogService;
}): Promise<Map<string, DirectoryModel>> {
  const { auth, catalog } = options;
  const models = new Map<string, DirectoryModel>();
  const pages = streamInBackground(
    catalog,
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
    for (const entity of page.filter(isModelEntity)) {
      const ref = stringifyEntityRef(entity);
      models.set(ref, {
        ref,
        previousRefs: previousRefs(entity),
        type: entity.spec.type,
        home: modelHome(entity),
        ...readOrigin(entity),
      });
    }
  }
  return models;
}

/**
 * An importer writes into a Model which records it found to belong to it. That
 * is what binding gave before, not what anybody says.
 */
function readOrigin(
  entity: ModelEntity,
): Pick<DirectoryModel, 'registries' | 'imported'> {
  const { annotations = {}, name } = entity.metadata;
  if (!isImported(entity)) {
    return { registries: entity.spec.registries ?? [] };
  }
  const server = annotations[ANNOTATION_REGISTRY_SERVER];
  const recordName = annotations[ANNOTATION_REGISTRY_NAME];
  return {
    registries: [],
    imported: {
      name,
      ...(server && recordName
        ? {
            record: {
              server,
              workspace: annotations[ANNOTATION_REGISTRY_WORKSPACE],
              name: recordName,
            },
          }
        : {}),
    },
  };
}
