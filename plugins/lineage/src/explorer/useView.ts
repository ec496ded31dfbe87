import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { LineageView, readView, writeView } from './view';

/** Changes what the page shows. Another root is a step back in the history; the rest is not. */
export type ChangeView = (change: Partial<LineageView>) => void;

/** What the page shows, and how to change that. */
export function useView(): [LineageView, ChangeView] {
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const view = useMemo(() => readView(new URLSearchParams(text)), [text]);
  // The router tells what was asked of it with the next rendering; a change before that goes on from the last.
  const latest = useRef(params);
  useEffect(() => {
    latest.current = new URLSearchParams(text);
  }, [text]);
  const change = useCallback<ChangeView>(
    next => {
      latest.current = writeView(latest.current, next);
      setParams(latest.current, { replace: next.root === undefined });
    },
    [setParams],
  );
  return [view, change];
}
