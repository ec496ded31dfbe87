import { InputError } from '@backstage/errors';

const short = /^(\d+)([smhdw])$/;
const iso =
  /^P(?=.)(?:(\d+)W|(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)$/;

const SECOND = 1000;
const unit: Record<string, number> = {
  s: SECOND,
  m: 60 * SECOND,
  h: 3600 * SECOND,
  d: 86_400 * SECOND,
  w: 7 * 86_400 * SECOND,
};

/** Milliseconds in a duration of a policy, such as `7d` or `P1DT12H`. */
export function durationToMilliseconds(text: string): number {
  const shortMatch = short.exec(text);
  if (shortMatch) {
    return Number(shortMatch[1]) * unit[shortMatch[2]];
  }
  const isoMatch = iso.exec(text);
  if (!isoMatch) {
    throw new InputError(
      `'${text}' is not a duration; write for instance '7d', '12h' or 'P1DT12H'`,
    );
  }
  const [weeks, days, hours, minutes, seconds] = isoMatch
    .slice(1)
    .map(part => Number(part ?? 0));
  return (
    weeks * unit.w +
    days * unit.d +
    hours * unit.h +
    minutes * unit.m +
    seconds * unit.s
  );
}
