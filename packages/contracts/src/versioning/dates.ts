const dayLength = 24 * 60 * 60 * 1000;

/** A day as `YYYY-MM-DD`, so many days later. */
export function addDays(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return new Date(time + days * dayLength).toISOString().slice(0, 10);
}

const isoTime =
  /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The day of a `YYYY-MM-DD` or an ISO 8601 time, or `undefined` for what is no
 * day of the calendar. Use it to check what is given as
 * {@link PolicyOptions.today}.
 *
 * @public
 */
export function dayOf(text: string): string | undefined {
  const [, day] = isoTime.exec(text) ?? [];
  // Dates that do not exist, such as February 30, come back as others or not at all.
  return day !== undefined &&
    !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) &&
    addDays(day, 0) === day
    ? day
    : undefined;
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
