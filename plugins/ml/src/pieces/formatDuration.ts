import { Duration } from 'luxon';

const UNITS = [
  'years',
  'months',
  'weeks',
  'days',
  'hours',
  'minutes',
  'seconds',
] as const;

/** A part of a duration, such as 36 hours. */
export interface DurationPart {
  unit: (typeof UNITS)[number];
  amount: number;
}

/**
 * The parts of an ISO 8601 duration as it is written: `PT36H` stays 36 hours.
 * Empty for a duration of nothing, undefined for what is no duration.
 */
export function durationParts(iso: string): DurationPart[] | undefined {
  const duration = Duration.fromISO(iso);
  return duration.isValid
    ? UNITS.map(unit => ({ unit, amount: duration[unit] })).filter(
        ({ amount }) => amount !== 0,
      )
    : undefined;
}
