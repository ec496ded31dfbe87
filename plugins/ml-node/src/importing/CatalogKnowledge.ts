import type { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_IMPORTED_BY,
  ANNOTATION_REGISTRY_NAME,
  DeclaredBinding,
} from '@understudy/plugin-ml-common';
import { streamInBackground } from '../background/streamInBackground';

/**
 * A Model that stands in the catalog.
 *
 * @public
 */
export interface CatalogModel {
  entityRef: string;
  /** Name of the entity provider that made it, when an importer did. */
  importedBy?: string;
  /** Name of the record it was imported from, when it was from one. */
  registryName?: string;
  /** The records that it names as its own. */
  declared: DeclaredBinding[];
}

/**
 * What an import needs to know of the catalog.
 *
 * @public
 */
export interface CatalogKnowledge {
  /** By entity ref. */
  models: Map<string, CatalogModel>;
  /** Entity refs of all groups. */
  groups: Set<string>;
}

const MODEL_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.annotations',
  'spec.registries',
];
const GROUP_FIELDS = ['kind', 'metadata.namespace', 'metadata.name'];

/**
 * Reads all Models and groups of the catalog, as the plugin itself. Only what an
 * import goes by is read.
 *
 * @public
 */
export async function readCatalogKnowledge(options: {
  auth: AuthService;
  catalog: CatalogService;
  signal?: AbortSignal;
}): Promise<CatalogKnowledge> {
  const { auth, catalog, signal } = options;
  const credentials = await auth.getOwnServiceCredentials();
  const read = async (
    kind: string,
    fields: string[],
    use: (entity: Entity, entityRef: string) => void,
  ) => {
    const pages = streamInBackground(
      catalog,
      { filter: { kind }, fields },
      { credentials, signal },
    );
    for await (const page of pages) {
      page.forEach(entity => use(entity, stringifyEntityRef(entity)));
    }
  };
  const models = new Map<string, CatalogModel>();
  await read('Model', MODEL_FIELDS, (entity, entityRef) => {
    models.set(entityRef, toCatalogModel(entity, entityRef));
  });
  const groups = new Set<string>();
  await read('Group', GROUP_FIELDS, (_, entityRef) => groups.add(entityRef));
  return { models, groups };
}

function toCatalogModel(entity: Entity, entityRef: string): CatalogModel {
  const annotations = entity.metadata.annotations ?? {};
  return {
    entityRef,
    importedBy: annotations[ANNOTATION_IMPORTED_BY],
    registryName: annotations[ANNOTATION_REGISTRY_NAME],
    declared: readDeclared(entity.spec?.registries, entityRef),
  };
}

/** The catalog has checked the shape, unless another kind of Model came in. */
function readDeclared(
  registries: unknown,
  entityRef: string,
): DeclaredBinding[] {
  if (!Array.isArray(registries)) {
    return [];
  }
  return registries.flatMap(({ server, workspace, name, ...more }) =>
    typeof server === 'string' && typeof name === 'string'
      ? [
          {
            entityRef,
            server,
            workspace,
            name,
            environment: more.environment,
            variant: more.variant,
          },
        ]
      : [],
  );
}
