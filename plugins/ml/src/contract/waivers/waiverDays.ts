/** Days from today that a waiver may hold for. */
export const LONGEST_DAYS = 90;

const USUAL_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The first and the last day that a waiver may end on, and the one to begin with, in UTC. */
export function waiverDays(now: Date): {
  first: string;
  usual: string;
  last: string;
} {
  const after = (days: number) =>
    new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  return {
    first: after(0),
    usual: after(USUAL_DAYS),
    last: after(LONGEST_DAYS),
  };
}
