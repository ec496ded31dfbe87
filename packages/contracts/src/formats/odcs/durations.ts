/** Designators of ISO 8601 by the units that ODCS documents use. */
const UNITS: readonly (readonly [
  names: string[],
  prefix: string,
  unit: string,
])[] = [
  [['y', 'yr', 'yrs', 'year', 'years'], 'P', 'Y'],
  [['mo', 'month', 'months'], 'P', 'M'],
  [['w', 'wk', 'week', 'weeks'], 'P', 'W'],
  [['d', 'day', 'days'], 'P', 'D'],
  [['h', 'hr', 'hrs', 'hour', 'hours'], 'PT', 'H'],
  [['min', 'mins', 'minute', 'minutes'], 'PT', 'M'],
  [['s', 'sec', 'secs', 'second', 'seconds'], 'PT', 'S'],
];

const FREQUENCIES: Readonly<Record<string, string>> = {
  PY: 'YEARLY',
  PM: 'MONTHLY',
  PW: 'WEEKLY',
  PD: 'DAILY',
  PTH: 'HOURLY',
  PTM: 'MINUTELY',
  PTS: 'SECONDLY',
};

function findUnit(name: string) {
  return UNITS.find(([names]) => names.includes(name.trim().toLowerCase()));
}

/** An ISO 8601 duration of so many units; nothing for units that are not known. */
export function toDuration(value: number, unit: string): string | undefined {
  const found = findUnit(unit);
  // Very large and very small numbers are written with an exponent, which durations have not.
  return found && value >= 0 && /^\d+(\.\d+)?$/.test(String(value))
    ? `${found[1]}${value}${found[2]}`
    : undefined;
}

/** A recurrence rule for something that comes every so many units. */
export function toRecurrence(value: number, unit: string): string | undefined {
  const found = findUnit(unit);
  return found && Number.isSafeInteger(value) && value > 0
    ? `RRULE:FREQ=${FREQUENCIES[found[1] + found[2]]};INTERVAL=${value}`
    : undefined;
}

export interface Amount {
  value: number;
  unit: string;
}

/** The number and unit of a duration that has one of them; `P1DT12H` has two. */
export function fromDuration(duration: string): Amount | undefined {
  const [, prefix, value, unit] =
    /^(PT?)(\d+(?:\.\d+)?)([YMWDHS])$/.exec(duration) ?? [];
  const found = UNITS.find(([, p, u]) => p === prefix && u === unit);
  return found && { value: Number(value), unit: found[0][0] };
}

/** The number and unit of a recurrence rule that says no more than that. */
export function fromRecurrence(rule: string): Amount | undefined {
  const [, frequency, interval = '1'] =
    /^(?:RRULE:)?FREQ=([A-Z]+)(?:;INTERVAL=(\d+))?$/.exec(rule) ?? [];
  const found = UNITS.find(([, p, u]) => FREQUENCIES[p + u] === frequency);
  return found && { value: Number(interval), unit: found[0][0] };
}
