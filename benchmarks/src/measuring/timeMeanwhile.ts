import { setTimeout as sleep } from 'node:timers/promises';

/** Little enough that it changes nothing about what it happens beside. */
const PAUSE_MS = 50;

/**
 * Times something again and again while something else is done. Answers the
 * milliseconds of each time, and what the other gave.
 */
export async function timeMeanwhile<T>(
  timed: () => Promise<unknown>,
  meanwhile: () => Promise<T>,
): Promise<{ times: number[]; result: T }> {
  const times: number[] = [];
  const ended = new AbortController();
  const repeat = async () => {
    do {
      const start = performance.now();
      await timed();
      times.push(performance.now() - start);
      await sleep(PAUSE_MS);
    } while (!ended.signal.aborted);
  };
  const [result] = await Promise.all([
    meanwhile().finally(() => ended.abort()),
    repeat(),
  ]);
  return { times, result };
}
