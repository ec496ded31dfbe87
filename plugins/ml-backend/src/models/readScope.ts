import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { inBatches } from '../database/inBatches';

/** What of the catalog a caller may see. */
export interface ReadScope {
  /** Whether every entity is readable, some are, or none is. */
  entities: 'all' | 'some' | 'none';
  /** To read the catalog with on behalf of the caller. */
  credentials: BackstageCredentials;
}

/** Finds out what of the catalog a caller may see, with one question. */
export async function findReadScope(
  credentials: BackstageCredentials,
  options: { auth: AuthService; permissions: PermissionsService },
): Promise<ReadScope> {
  const { auth, permissions } = options;
  const [{ result }] = await permissions.authorizeConditional(
    [{ permission: catalogEntityReadPermission }],
    { credentials },
  );
  return {
    entities: toExtent(result),
    // Services cannot pass on their credentials.
    credentials: auth.isPrincipal(credentials, 'service')
      ? await auth.getOwnServiceCredentials()
      : credentials,
  };
}

/** Those of some entities that are within a scope, by the refs asked for. */
export async function readEntities(
  catalog: CatalogService,
  refs: Iterable<string>,
  options: { scope: ReadScope; fields: string[] },
): Promise<Map<string, Entity>> {
  const { scope, fields } = options;
  const found = new Map<string, Entity>();
  if (scope.entities === 'none') {
    return found;
  }
  for (const entityRefs of inBatches([...new Set(refs)])) {
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, fields },
      { credentials: scope.credentials },
    );
    entityRefs.forEach((ref, index) => {
      const entity = items[index];
      if (entity) {
        found.set(ref, entity);
      }
    });
  }
  return found;
}

function toExtent(result: AuthorizeResult): ReadScope['entities'] {
  switch (result) {
    case AuthorizeResult.ALLOW:
      return 'all';
    case AuthorizeResult.CONDITIONAL:
      return 'some';
    default:
      return 'none';
  }
}
