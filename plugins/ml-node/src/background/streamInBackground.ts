import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { doInBackground } from './doInBackground';

/** Small: nobody is answered while the catalog prepares a page. */
const PAGE_SIZE = 200;

/**
 * Reads entities page by page for work that nobody waits for, each page as
 * `doInBackground` does it. Use it wherever a task goes through a whole kind.
 *
 * @public
 */
export async function* streamInBackground(
  catalog: CatalogService,
  request: Parameters<CatalogService['streamEntities']>[0],
  options: Parameters<CatalogService['streamEntities']>[1] & {
    signal?: AbortSignal;
  },
): AsyncGenerator<Entity[], void, undefined> {
  const { signal, ...catalogOptions } = options;
  const pages = catalog
    .streamEntities({ pageSize: PAGE_SIZE, ...request }, catalogOptions)
    [Symbol.asyncIterator]();
  for (;;) {
    signal?.throwIfAborted();
    const page = await doInBackground(() => pages.next());
    if (page.done) {
      return;
    }
    yield page.value;
  }
}
