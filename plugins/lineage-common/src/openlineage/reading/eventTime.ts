import { refuse } from './checks';

const PATTERN =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d\d(?::?\d\d)?)?(\[[\w/+-]+\])?$/i;
const STRICT_PATTERN =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

const LONGEST = 64;
const DAY_MS = 24 * 60 * 60 * 1000;
const YEAR_10000_MS = Date.UTC(10_000, 0, 1);

/**
 * How {@link toEventTime} reads.
 *
 * @public
 */
export interface EventTimeOptions {
  /** Refuse what RFC 3339 does not allow, such as a missing time zone. */
  strict?: boolean;
  /** Refuse times more than 24 hours after this one. */
  now?: Date;
  /** Where the text is, for the error. */
  path?: string;
}

/**
 * A time as senders write it, in UTC with nine digits after the second: 30
 * characters that sort as the times do. Without a time zone it is UTC.
 *
 * @throws InputError that names the place and the text.
 * @public
 */
export function toEventTime(
  text: unknown,
  options: EventTimeOptions = {},
): string {
  const { strict = false, now, path = 'eventTime' } = options;
  if (typeof text !== 'string') {
    return refuse(path, text, 'is not a text');
  }
  const time = parseTime(text, strict);
  if (!time) {
    return refuse(
      path,
      text,
      strict
        ? 'is not a date and time with time zone as RFC 3339 has it'
        : 'is not a date and time as ISO 8601 has it',
    );
  }
  if (time.at < 0) {
    return refuse(path, text, 'is before 1970');
  }
  if (now && time.at > now.getTime() + DAY_MS) {
    return refuse(
      path,
      text,
      `is more than 24 hours after now, ${now.toISOString()}`,
    );
  }
  return formatTime(time);
}

/**
 * A time that is only shown, so that one which cannot be read is left out where
 * reading is not strict.
 */
export function toShownTime(
  text: unknown,
  options: { strict: boolean; path: string },
): string | undefined {
  if (options.strict || typeof text !== 'string') {
    return toEventTime(text, options);
  }
  const time = parseTime(text, false);
  return time && time.at >= 0 ? formatTime(time) : undefined;
}

interface Time {
  /** Milliseconds since 1970, of the whole second. */
  at: number;
  fraction: string;
}

function parseTime(text: string, strict: boolean): Time | undefined {
  if (text.length > LONGEST || (strict && !STRICT_PATTERN.test(text))) {
    return undefined;
  }
  const parts = PATTERN.exec(text);
  const at = parts && toMilliseconds(parts);
  return at === null || at >= YEAR_10000_MS
    ? undefined
    : { at, fraction: parts?.[7] ?? '' };
}

function formatTime({ at, fraction }: Time): string {
  const seconds = new Date(at).toISOString().slice(0, 19);
  return `${seconds}.${fraction.slice(0, 9).padEnd(9, '0')}Z`;
}

function toMilliseconds(parts: RegExpExecArray): number | null {
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  const hour = Number(parts[4]);
  const minute = Number(parts[5]);
  const second = Number(parts[6] ?? 0);
  const offset = toOffset(parts[8] ?? 'Z');
  if (
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > daysOf(year, month) ||
    hour > 23 ||
    minute > 59 ||
    // A leap second is the first one of the next minute.
    second > 60 ||
    offset === null
  ) {
    return null;
  }
  if (year < 1969) {
    // Date.UTC takes the years before 100 for others.
    return -1;
  }
  return Date.UTC(year, month - 1, day, hour, minute, second) - offset;
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function toOffset(zone: string): number | null {
  if (zone === 'Z' || zone === 'z') {
    return 0;
  }
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(zone[3] === ':' ? 4 : 3) || '0');
  if (hours > 23 || minutes > 59) {
    return null;
  }
  const milliseconds = (hours * 60 + minutes) * 60_000;
  return zone.startsWith('-') ? -milliseconds : milliseconds;
}
