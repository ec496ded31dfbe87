import { ErrorLike, toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * What is known of something that is read from the backend. `data` together
 * with `error` means that the last read failed and that `data` is older.
 */
export interface Loaded<T> {
  data?: T;
  error?: ErrorLike;
  loading: boolean;
  reload(): void;
}

interface Result<T> {
  load: () => Promise<T>;
  data?: T;
  error?: ErrorLike;
}

/**
 * Reads with `load` on mount, whenever `load` changes, and on `reload`. Give it
 * a function from `useCallback`: another function means another question, and
 * the old answer is dropped unless `keepPrevious` is set, which suits the pages
 * of one table.
 */
export function useLoaded<T>(
  load: () => Promise<T>,
  options?: { keepPrevious?: boolean },
): Loaded<T> {
  const [result, setResult] = useState<Result<T>>({ load });
  const [loading, setLoading] = useState(true);
  const latest = useRef(0);

  const read = useCallback(async () => {
    latest.current += 1;
    const run = latest.current;
    setLoading(true);
    let outcome: Pick<Result<T>, 'data' | 'error'>;
    try {
      outcome = { data: await load() };
    } catch (error) {
      outcome = { error: toError(error) };
    }
    if (run !== latest.current) {
      return; // a later read has been started, or the page is gone
    }
    setResult(previous => ({
      load,
      error: outcome.error,
      data:
        outcome.error && previous.load === load ? previous.data : outcome.data,
    }));
    setLoading(false);
  }, [load]);

  useEffect(() => {
    read();
    return () => {
      latest.current += 1;
    };
  }, [read]);

  const current = result.load === load;
  return {
    data: current || options?.keepPrevious ? result.data : undefined,
    error: current ? result.error : undefined,
    loading: loading || !current,
    reload: read,
  };
}
