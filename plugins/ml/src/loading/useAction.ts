import { ErrorLike, toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';

/** A change that is asked of the backend, once at a time. */
export interface Action<TArgs extends unknown[], TResult> {
  busy: boolean;
  error?: ErrorLike;
  /** Resolves to the result, or to undefined when it failed or is running. */
  run(...args: TArgs): Promise<TResult | undefined>;
  clear(): void;
}

/**
 * Wraps a call that changes something. While one call is under way further
 * ones are ignored, also within the same frame, so that a double click asks
 * once.
 */
export function useAction<TArgs extends unknown[], TResult>(
  act: (...args: TArgs) => Promise<TResult>,
): Action<TArgs, TResult> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorLike>();
  const running = useRef(false);
  const mounted = useRef(true);
  const latestAct = useRef(act);
  latestAct.current = act;

  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const run = useCallback(async (...args: TArgs) => {
    if (running.current) {
      return undefined;
    }
    running.current = true;
    setBusy(true);
    setError(undefined);
    try {
      return await latestAct.current(...args);
    } catch (thrown) {
      if (mounted.current) {
        setError(toError(thrown));
      }
      return undefined;
    } finally {
      running.current = false;
      if (mounted.current) {
        setBusy(false);
      }
    }
  }, []);

  const clear = useCallback(() => setError(undefined), []);
  return { busy, error, run, clear };
}
