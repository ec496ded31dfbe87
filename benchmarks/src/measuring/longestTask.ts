import { setTimeout as sleep } from 'node:timers/promises';

/** How often somebody else wants a turn. */
const TICK_MS = 1;

/**
 * For how many milliseconds this thread could do nothing else, at worst, while
 * something was done.
 */
export async function longestTask(
  run: () => Promise<unknown>,
): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const ticks = setInterval(look, TICK_MS);
  try {
    await run();
    // What blocked at the very end holds up this one.
    await sleep(TICK_MS);
    look();
  } finally {
    clearInterval(ticks);
  }
  return longest;
}
