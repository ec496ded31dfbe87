import { JsonObject } from '@backstage/types';

/** One page of a list, the way MLflow pages: an opaque token, none at the end. */
export function searchPage(
  field: string,
  items: JsonObject[],
  query: URLSearchParams,
): JsonObject {
  const offset = Number(
    Buffer.from(query.get('page_token') ?? '', 'base64').toString() || 0,
  );
  const end = offset + Number(query.get('max_results') ?? 100);
  const page = items.slice(offset, end);
  return {
    // MLflow leaves out lists that are empty.
    ...(page.length > 0 && { [field]: page }),
    ...(end < items.length && {
      next_page_token: Buffer.from(String(end)).toString('base64'),
    }),
  };
}
