import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Calls `read` until it gives a value that is not undefined, and returns that.
 *
 * @template T
 * @param {string} what named in the error when the time is up
 * @param {() => Promise<T | undefined>} read
 * @param {{ seconds?: number }} [options]
 * @returns {Promise<T>}
 */
export async function waitFor(what, read, { seconds = 60 } = {}) {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    const value = await read();
    if (value !== undefined) {
      return value;
    }
    await sleep(500);
  }
  throw new Error(`Waited ${seconds} s for ${what}`);
}
