import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** More Models of one name, in as many namespaces, are not told apart. */
const LIMIT = 20;

/**
 * The Models that are called exactly so, in any namespace. The catalog itself
 * does not tell upper from lower case.
 */
export async function findModelsByName(
  catalog: CatalogService,
  name: string,
  credentials: BackstageCredentials,
): Promise<Entity[]> {
  const { items } = await catalog.getEntities(
    { filter: { kind: 'Model', 'metadata.name': name }, limit: LIMIT },
    { credentials },
  );
  return items.filter(({ metadata }) => metadata.name === name);
}
