import { addDays, dayOf } from '../versioning/dates';

/** Days from the judgement that a consent may still hold for. */
const longest = 90;

/**
 * Says what is wrong with the end of a waiver, or `undefined` where it is a
 * day that is near enough. Use it where waivers are written or read, so that
 * nobody counts on one that the engine does not take.
 *
 * @param today - As in {@link PolicyOptions.today}.
 *
 * @public
 */
export function waiverEndProblem(
  until: string,
  today: string,
): string | undefined {
  const start = dayOf(today);
  const end = dayOf(until);
  if (start === undefined) {
    return `today is ${JSON.stringify(today)}, which is no day`;
  }
  if (end === undefined) {
    return `until is ${JSON.stringify(until)}, which is no day as YYYY-MM-DD`;
  }
  const latest = addDays(start, longest);
  return end > latest
    ? `until is ${until}, later than ${latest}, ${longest} days from ${start}`
    : undefined;
}
