const DEFAULT_LIMIT = 50;

/** Cuts a page out of a list. The cursor is the position it begins at. */
export function pageOf<T>(
  all: T[],
  query: { cursor?: string; limit?: number },
): { items: T[]; nextCursor?: string } {
  const start = Number(query.cursor ?? 0);
  const end = start + (query.limit ?? DEFAULT_LIMIT);
  return {
    items: all.slice(start, end),
    nextCursor: end < all.length ? String(end) : undefined,
  };
}
