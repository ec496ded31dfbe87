import { DateTime } from 'luxon';

const FIELD_FORMAT = "yyyy-MM-dd'T'HH:mm";

/** A time as a date-time field of the browser has it: to the minute, local. */
export function toFieldTime(time: string | undefined): string {
  const moment = time ? DateTime.fromISO(time) : undefined;
  return moment?.isValid ? moment.toLocal().toFormat(FIELD_FORMAT) : '';
}

/** The time that somebody chose, ISO 8601 in UTC; undefined while there is none. */
export function fromFieldTime(text: string): string | undefined {
  const moment = DateTime.fromISO(text);
  return moment.isValid ? (moment.toUTC().toISO() ?? undefined) : undefined;
}
