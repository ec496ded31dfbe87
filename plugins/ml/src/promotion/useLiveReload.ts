import { useSignal } from '@backstage/plugin-signals-react';
import { useEffect, useRef } from 'react';

const CHANNEL = 'ml:promotion';
const POLL_MS = 10_000;

/**
 * Reads again when a promotion has changed anywhere, and every ten seconds
 * while `unfinished`: the push channel may be missing or interrupted, and
 * nobody should have to press reload to see an approval arrive.
 */
export function useLiveReload(options: {
  unfinished: boolean;
  reload: () => void;
}): void {
  const { unfinished, reload } = options;
  const { lastSignal } = useSignal(CHANNEL);
  const latestReload = useRef(reload);
  latestReload.current = reload;

  useEffect(() => {
    if (lastSignal) {
      latestReload.current();
    }
  }, [lastSignal]);

  useEffect(() => {
    if (!unfinished) {
      return undefined;
    }
    const timer = setInterval(() => {
      if (!document.hidden) {
        latestReload.current();
      }
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [unfinished]);
}
