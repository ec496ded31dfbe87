import { EvaluationMetric } from '@understudy/plugin-ml-common';

/**
 * What can be said of the difference between two measured values: `noise` where
 * their confidence intervals overlap, so that it may be chance, `unknown` where
 * one of them has none.
 */
export function judgeDifference(
  a: Pick<EvaluationMetric, 'ci'>,
  b: Pick<EvaluationMetric, 'ci'>,
): 'clear' | 'noise' | 'unknown' {
  if (!a.ci || !b.ci) {
    return 'unknown';
  }
  return a.ci[0] <= b.ci[1] && b.ci[0] <= a.ci[1] ? 'noise' : 'clear';
}
