import { ErrorLike, toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Something that is asked of the backend, once at a time. */
export interface Action<TArgs extends unknown[], TResult> {
  busy: boolean;
  error?: ErrorLike;
  /** Of the last call, when it went well. */
  result?: TResult;
  run(...args: TArgs): Promise<void>;
}

/**
 * Wraps a call to the backend. While one is under way further ones are ignored,
 * also within the same frame, so that a double click asks once.
 */
export function useAction<TArgs extends unknown[], TResult>(
  act: (...args: TArgs) => Promise<TResult>,
): Action<TArgs, TResult> {
  const [state, setState] = useState<{
    busy: boolean;
    error?: ErrorLike;
    result?: TResult;
  }>({ busy: false });
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
      return;
    }
    running.current = true;
    setState({ busy: true });
    let next: { error?: ErrorLike; result?: TResult };
    try {
      next = { result: await latestAct.current(...args) };
    } catch (error) {
      next = { error: toError(error) };
    }
    running.current = false;
    if (mounted.current) {
      setState({ busy: false, ...next });
    }
  }, []);

  return { ...state, run };
}
