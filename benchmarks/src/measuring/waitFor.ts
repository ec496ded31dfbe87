import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 10;
const MAX_WAIT_MS = 120_000;

/**
 * Looks until there is a value. Throws when there is none after two minutes.
 *
 * @param what - named in the error
 * @param pollMs - how long to wait between two looks that cost something
 */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
  pollMs: number = POLL_MS,
): Promise<T> {
  const deadline = Date.now() + MAX_WAIT_MS;
  for (;;) {
    const value = await look();
    if (value !== undefined) {
      return value;
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited ${MAX_WAIT_MS / 1000} s until ${what}`);
    }
    await sleep(pollMs);
  }
}

/** Looks until something holds. */
export async function waitUntil(
  what: string,
  holds: () => Promise<boolean>,
  pollMs?: number,
): Promise<void> {
  await waitFor(what, async () => ((await holds()) ? true : undefined), pollMs);
}
