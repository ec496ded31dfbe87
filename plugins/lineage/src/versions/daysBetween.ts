import { DateTime } from 'luxon';

/** Days of this place, as fields for dates hold them; empty for no bound. */
export interface Days {
  from: string;
  to: string;
}

/** The times of the days asked for, the last one included. */
export function timesOf({ from, to }: Days): { from?: string; to?: string } {
  const first = DateTime.fromISO(from);
  const last = DateTime.fromISO(to);
  return {
    ...(first.isValid && { from: first.startOf('day').toUTC().toISO() }),
    ...(last.isValid && { to: last.endOf('day').toUTC().toISO() }),
  };
}

/** Whether the first day comes after the last. */
export function isReversed({ from, to }: Days): boolean {
  return from !== '' && to !== '' && from > to;
}
