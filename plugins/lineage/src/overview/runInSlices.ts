import { nextTurn } from '../graph/export/nextTurn';

/** What a piece of work may take before the page has a turn. */
const SLICE_MS = 8;

/**
 * Does work that pauses, a little at a time, so that the page can answer to its
 * reader meanwhile. Rejects when `signal` says that nobody waits any more.
 */
export async function runInSlices<T>(
  work: Generator<void, T>,
  options: { signal?: AbortSignal; now?: () => number } = {},
): Promise<T> {
  const { signal, now = () => performance.now() } = options;
  for (;;) {
    signal?.throwIfAborted();
    const end = now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) {
        return step.value;
      }
    } while (now() < end);
    await nextTurn();
  }
}
