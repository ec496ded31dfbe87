import { MlflowLimitError, MlflowProtocolError } from './errors';

/** Pages may be empty, so a bound on items alone would not end the reading. */
const MAX_PAGES = 100_000;

/** One page of a search. */
interface Page<T> {
  items: T[];
  nextToken?: string;
}

/**
 * Reads page after page. A server that hands out the same token twice would
 * never come to an end and is reported, as is one that has more items than
 * allowed.
 */
export async function* eachPage<T>(options: {
  what: string;
  maxItems: number;
  readPage: (token?: string) => Promise<Page<T>>;
}): AsyncGenerator<T[]> {
  const { what, maxItems, readPage } = options;
  const seen = new Set<string>();
  let count = 0;
  let token: string | undefined;
  do {
    const page = await readPage(token);
    count += page.items.length;
    if (count > maxItems) {
      throw new MlflowLimitError(
        `${what}: the server has more than ${maxItems} items`,
      );
    }
    yield page.items;
    token = page.nextToken;
    if (token !== undefined) {
      if (seen.size >= MAX_PAGES) {
        throw new MlflowLimitError(
          `${what}: the server has more than ${MAX_PAGES} pages`,
        );
      }
      if (seen.has(token)) {
        throw new MlflowProtocolError(
          `${what}: expected a new next_page_token with each page, got the same one twice`,
        );
      }
      seen.add(token);
    }
  } while (token !== undefined);
}
