import { InputError } from '@backstage/errors';
import { dayOf, waiverEndProblem } from '@understudy/contracts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The moment at which a waiver ends, as 24 characters. A day counts to its end
 * in UTC. Throws InputError for what is no time, over, or too far away.
 */
export function waiverEnd(until: string, now: string): string {
  const problem = waiverEndProblem(until, now);
  if (problem !== undefined) {
    throw new InputError(`body.${problem}`);
  }
  const time = Date.parse(DAY.test(until) ? `${until}T23:59:59.999Z` : until);
  if (Number.isNaN(time)) {
    throw new InputError(
      `body.until is '${until}', which is no day such as 2027-01-31 and no ISO 8601 time`,
    );
  }
  const end = new Date(time).toISOString();
  if (end <= now) {
    throw new InputError(
      `body.until is '${until}', which is over; a waiver ends after today, ${dayOf(now)}`,
    );
  }
  return end;
}
