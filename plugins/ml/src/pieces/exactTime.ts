import { DateTime } from 'luxon';

/** A time in full, with the zone of the reader. What is no time stays as it is. */
export function exactTime(time: string): string {
  const moment = DateTime.fromISO(time);
  return moment.isValid ? moment.toFormat('d LLL yyyy, HH:mm:ss ZZZZ') : time;
}
