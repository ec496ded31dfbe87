/**
 * A time as the API gives it. Event times are stored with nine digits after the
 * second; what is shown has three, as JavaScript reads no more.
 */
export function toApiTime(stored: string): string {
  return `${stored.slice(0, 23)}Z`;
}

/** The time in a stamp, which is a time, `|` and a hash. */
export function timeOfStamp(stamp: string): string {
  return toApiTime(stamp.split('|', 1)[0]);
}
