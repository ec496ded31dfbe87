import { SignificanceSettings } from '../../../policy/PromotionPolicy';
import { Measurement } from './Measurement';
import { normalQuantile } from './normalQuantile';
import { proportionInterval } from './proportionInterval';

const DEFAULT_ALPHA = 0.05;

/** The lower end of a difference, or what is missing to work it out. */
export type DifferenceEnd =
  | { end: number }
  | { missing: string; remedy: string; status: 'unknown' | 'error' };

/**
 * How small the advantage of a candidate may be in truth, from the intervals
 * of both numbers: the distances to the ends that count against it add up as
 * those of independent errors do. Both on the same rows err alike, so that this
 * is rather too careful. It grows with the candidate's number.
 *
 * @param sign - 1 where higher is better, -1 where lower is.
 */
export function lowerEndOfDifference(options: {
  candidate: Measurement;
  reference: Measurement;
  sign: 1 | -1;
  significance: SignificanceSettings;
}): DifferenceEnd {
  const { candidate, reference, sign, significance } = options;
  const own = intervalOf(candidate, significance);
  const other = intervalOf(reference, significance);
  if ('missing' in own) {
    return own;
  }
  if ('missing' in other) {
    return other;
  }
  const [ownEnd, otherEnd] =
    sign === 1 ? [own.low, other.high] : [own.high, other.low];
  const difference = sign * (candidate.value - reference.value);
  return {
    end:
      difference -
      Math.hypot(candidate.value - ownEnd, reference.value - otherEnd),
  };
}

function intervalOf(
  { name, value, n, ci }: Measurement,
  { test, alpha = DEFAULT_ALPHA }: SignificanceSettings,
): { low: number; high: number } | Extract<DifferenceEnd, { missing: string }> {
  if (test === 'ci-bound') {
    return ci
      ? { low: ci[0], high: ci[1] }
      : {
          status: 'unknown',
          missing: `${name} = ${value} has no confidence interval`,
          remedy: `Add the interval as 'ci' to the evaluation`,
        };
  }
  if (value < 0 || value > 1) {
    return {
      status: 'error',
      missing: `${name} = ${value} is no share from 0 to 1, which 'two-proportion-z' needs`,
      remedy: `Use the test 'ci-bound' for ${name} in the policy`,
    };
  }
  if (n === undefined || n < 1) {
    return {
      status: 'unknown',
      missing: `${name} = ${value} does not say of how many rows it is a share`,
      remedy: `Add the number of rows as 'n' to the evaluation`,
    };
  }
  const [low, high] = proportionInterval(value, n, normalQuantile(1 - alpha));
  return { low, high };
}
