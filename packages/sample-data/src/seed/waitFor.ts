import { isError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks a portal until it answers. One that is still starting has no server, no
 * user or no model yet; any other failure is thrown.
 */
export async function waitFor<T>(
  ask: () => Promise<T>,
  options: { signal: AbortSignal; pollMs?: number; maxPolls?: number },
): Promise<T> {
  const { signal, pollMs = 1000, maxPolls = 300 } = options;
  for (let count = 0; count < maxPolls; count++) {
    try {
      return await ask();
    } catch (error) {
      if (!mayPass(error)) {
        throw error;
      }
    }
    await sleep(pollMs, undefined, { signal });
  }
  throw new Error(`Still not there after ${(maxPolls * pollMs) / 1000} s`);
}

/** What a portal answers that is still starting. */
export function mayPass(error: unknown): boolean {
  return (
    (isError(error) &&
      (error.statusCode === 404 || error.statusCode === 503)) ||
    error instanceof TypeError
  );
}
