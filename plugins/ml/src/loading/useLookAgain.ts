import { useEffect, useRef } from 'react';

/** A read goes on after the request for it; its outcome is looked for then. */
const LOOK_AGAIN_MS = [2_000, 10_000, 30_000];

/**
 * After something was asked for that takes a moment - `asked` counts how often -
 * looks a few times for what came of it.
 */
export function useLookAgain(asked: number, look: () => void): void {
  const latestLook = useRef(look);
  latestLook.current = look;

  useEffect(() => {
    if (asked === 0) {
      return undefined;
    }
    const timers = LOOK_AGAIN_MS.map(pause =>
      setTimeout(() => latestLook.current(), pause),
    );
    return () => timers.forEach(clearTimeout);
  }, [asked]);
}
