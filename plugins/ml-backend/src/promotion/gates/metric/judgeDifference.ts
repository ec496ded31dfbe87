import { MetricGateSettings } from '../../../policy/PromotionPolicy';
import { JudgedPart } from './judgeBound';
import { lowerEndOfDifference } from './lowerEndOfDifference';
import { Measurement } from './Measurement';

/**
 * Numbers are decimal to people and binary to machines: 0.928 - 0.93 is a
 * little less than -0.002. A tolerance must not fail by that.
 */
const ROUNDING = 1e-12;

/** What a difference comes to, or what is missing to say so. */
export type JudgedDifference =
  | (JudgedPart & { words: string })
  | { status: 'unknown' | 'error'; missing: string; remedy: string };

/**
 * Compares the number of a candidate with that of another version. The
 * difference counts as an advantage in the direction of the operator; it may
 * fall short by the tolerance, and has to exceed it where the operator is
 * strict.
 */
export function judgeDifference(
  settings: MetricGateSettings,
  candidate: Measurement,
  reference: Measurement,
): JudgedDifference {
  const { op, tolerance = {}, significance } = settings;
  const sign = op === '>' || op === '>=' ? 1 : -1;
  const isStrict = op === '>' || op === '<';
  const difference = sign * (candidate.value - reference.value);
  const tolerated = Math.max(
    tolerance.absolute ?? 0,
    ((tolerance.percent ?? 0) * Math.abs(reference.value)) / 100,
  );
  const bounded = significance
    ? lowerEndOfDifference({ candidate, reference, sign, significance })
    : { end: difference };
  if ('missing' in bounded) {
    return bounded;
  }
  const { end } = bounded;
  const margin = isStrict ? end - tolerated : end + tolerated;
  const rounding =
    ROUNDING *
    Math.max(1, Math.abs(candidate.value), Math.abs(reference.value));
  const better = difference >= 0 ? 'better' : 'worse';
  return {
    holds: isStrict ? margin > rounding : margin >= -rounding,
    margin,
    words: [
      difference === 0
        ? 'the same'
        : `${round(Math.abs(difference))} ${better}`,
      ...(significance
        ? [
            end >= 0
              ? `surely better by ${round(end)}`
              : `perhaps worse by ${round(-end)}`,
          ]
        : []),
    ].join(', '),
  };
}

/** Without the digits that only come from how machines keep numbers. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}
