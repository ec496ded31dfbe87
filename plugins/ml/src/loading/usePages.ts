import { ErrorLike } from '@backstage/errors';
import { useCallback, useState } from 'react';
import { useAction } from './useAction';
import { Loaded, useLoaded } from './useLoaded';

/** A page of a list that is read from its beginning. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/** A list of which more can be asked for. */
export interface Pages<T> {
  loaded: Loaded<Page<T>>;
  /** Reads the next page; undefined when there is none. */
  more?: () => void;
  busy: boolean;
  /** Why the next page could not be read. */
  moreError?: ErrorLike;
}

/**
 * Reads a list page by page, each under the one before. Give it a function from
 * `useCallback`; another function means another list, read from the beginning.
 */
export function usePages<T>(
  loadPage: (cursor?: string) => Promise<Page<T>>,
): Pages<T> {
  const first = useLoaded(
    useCallback(() => loadPage(), [loadPage]),
    { keepPrevious: true },
  );
  const [longer, setLonger] = useState<{ after: Page<T>; page: Page<T> }>();
  const data = longer && longer.after === first.data ? longer.page : first.data;
  const next = useAction(async (after: Page<T>, shown: Page<T>) => {
    const page = await loadPage(shown.nextCursor);
    setLonger({
      after,
      page: { ...page, items: [...shown.items, ...page.items] },
    });
  });
  const start = first.data;
  return {
    loaded: { ...first, data },
    more:
      start && data?.nextCursor ? () => void next.run(start, data) : undefined,
    busy: first.loading || next.busy,
    moreError: next.error,
  };
}
