const dayLength = 24 * 60 * 60 * 1000;

/** A day as `YYYY-MM-DD`, so many days later. */
export function addDays(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return new Date(time + days * dayLength).toISOString().slice(0, 10);
}

const pattern =
  /^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Seconds of years, months, weeks, days, hours, minutes and seconds. */
const seconds = [365 * 86400, 30 * 86400, 7 * 86400, 86400, 3600, 60, 1];

/**
 * Seconds of an ISO 8601 duration, a year as 365 days and a month as 30, or
 * `undefined` for what is none.
 */
export function durationSeconds(duration: string): number | undefined {
  const match = pattern.exec(duration);
  if (!match || duration.endsWith('P') || duration.endsWith('T')) {
    return undefined;
  }
  return seconds.reduce(
    (sum, unit, index) => sum + Number(match[index + 1] ?? 0) * unit,
    0,
  );
}
