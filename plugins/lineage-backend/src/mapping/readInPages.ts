import { AuthService } from '@backstage/backend-plugin-api';
import { EntityFilterQuery } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { setTimeout as pauseFor } from 'node:timers/promises';

/** Small: the catalog may be in this process, and answers nobody while it prepares a page. */
const PAGE_SIZE = 200;
const MAX_REST_MS = 1_000;

/**
 * Reads entities of the catalog for work that nobody waits for: after each page as
 * much time passes as it took, a second at most, so that others get their answers in between.
 */
export async function* readInPages(options: {
  auth: AuthService;
  catalog: CatalogService;
  request: { filter: EntityFilterQuery; fields: string[] };
  signal: AbortSignal;
}): AsyncGenerator<Entity[], void, undefined> {
  const { auth, catalog, request, signal } = options;
  const pages = catalog
    .streamEntities(
      { ...request, pageSize: PAGE_SIZE },
      { credentials: await auth.getOwnServiceCredentials() },
    )
    [Symbol.asyncIterator]();
  for (;;) {
    signal.throwIfAborted();
    const start = performance.now();
    const page = await pages.next();
    if (page.done) {
      return;
    }
    const took = performance.now() - start;
    yield page.value;
    await pauseFor(Math.min(took, MAX_REST_MS));
  }
}
