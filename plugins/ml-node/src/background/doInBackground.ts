import { setTimeout as pauseFor } from 'node:timers/promises';

const MAX_REST_MS = 1_000;

/** Settles when the piece that was handed in last is done and has been rested from. */
let lastTurn: Promise<void> = Promise.resolve();

/**
 * Does a small piece of background work once no other piece is being done in this
 * process, and lets as much time pass after it as it took. Plugins share a process
 * and its one thread: without this, a few tasks that read all of a large catalog
 * at the same time keep everybody who waits for an answer waiting.
 *
 * A piece must not do another one inside of itself, and nobody should wait for it
 * to answer a request.
 *
 * @public
 */
export async function doInBackground<T>(work: () => Promise<T>): Promise<T> {
  const before = lastTurn;
  let end = () => {};
  lastTurn = new Promise<void>(resolve => {
    end = resolve;
  });
  await before;
  const start = performance.now();
  try {
    return await work();
  } finally {
    // Not awaited: who asked for the work goes on with what came of it.
    pauseFor(Math.min(performance.now() - start, MAX_REST_MS)).then(end);
  }
}
