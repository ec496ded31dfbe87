const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 10_000;

/**
 * How long to wait before the next attempt, in milliseconds: doubling, with a
 * random half so that many clients do not come back at the same moment. What
 * the server asked for by Retry-After is the least.
 *
 * @param attempt - 0 after the first failure
 * @param random - from 0 (inclusive) to 1
 */
export function retryDelay(
  attempt: number,
  random: number,
  retryAfterMs: number = 0,
): number {
  const full = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
  return Math.max(retryAfterMs, full / 2 + (full / 2) * random);
}

/**
 * Reads a Retry-After header: seconds or a date. Undefined when it is neither.
 */
export function parseRetryAfter(
  header: string | null,
  now: number,
): number | undefined {
  if (!header) {
    return undefined;
  }
  if (/^\d+$/.test(header.trim())) {
    return Number(header) * 1000;
  }
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
