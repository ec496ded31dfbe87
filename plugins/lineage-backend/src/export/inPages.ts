const PAGE = 500;

/** Parts of a list, so that little is held at a time. */
export function* inPages<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += PAGE) {
    yield items.slice(start, start + PAGE);
  }
}
