const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** How long something is ago, in one unit that is worth reading. */
export interface Age {
  unit: 'now' | 'minutes' | 'hours' | 'days' | 'years';
  amount: number;
}

/**
 * Rounds down: what is 47 hours old is one day old, not two. What lies ahead,
 * as times of other clocks may, is now.
 */
export function ageOf(seconds: number): Age {
  if (seconds < MINUTE) {
    return { unit: 'now', amount: 0 };
  }
  if (seconds < HOUR) {
    return { unit: 'minutes', amount: Math.floor(seconds / MINUTE) };
  }
  if (seconds < DAY) {
    return { unit: 'hours', amount: Math.floor(seconds / HOUR) };
  }
  if (seconds < 2 * YEAR) {
    return { unit: 'days', amount: Math.floor(seconds / DAY) };
  }
  return { unit: 'years', amount: Math.floor(seconds / YEAR) };
}
