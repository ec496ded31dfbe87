import { DateTime } from 'luxon';

/** The time that is asked for, or why it cannot be shown; neither of them is now. */
export interface AsOf {
  /** ISO 8601, UTC. */
  time?: string;
  problem?: AsOfProblem;
}

/** Why a time cannot be shown. */
export type AsOfProblem = 'unreadable' | 'future';

/** There is nothing to see before; it is somebody halfway through typing a year. */
const FIRST_YEAR = 1970;

/** Reads a time, of this place where it names no other. */
export function readAsOf(text: string | undefined, now = Date.now()): AsOf {
  if (text === undefined) {
    return {};
  }
  const time = DateTime.fromISO(text);
  if (!time.isValid || time.year < FIRST_YEAR) {
    return { problem: 'unreadable' };
  }
  return time.toMillis() > now
    ? { problem: 'future' }
    : { time: time.toUTC().toISO() };
}

/** A time as fields for local times hold it. */
export function toLocalText(time: string): string {
  return DateTime.fromISO(time).toFormat("yyyy-MM-dd'T'HH:mm");
}

/** A time for people, with the zone that it is of. */
export function timeText(time: string): string {
  return DateTime.fromISO(time).toFormat('d LLL yyyy, HH:mm ZZZZ');
}

/** The zone of this place at some time, in short. */
export function zoneText(time?: string): string {
  const at = time === undefined ? DateTime.now() : DateTime.fromISO(time);
  return at.toFormat('ZZZZ');
}
