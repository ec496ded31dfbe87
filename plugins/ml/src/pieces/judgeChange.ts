/** Which way a metric gets better. */
export type MetricDirection = 'higher' | 'lower';

/** Whether a change is good or bad; neutral where the direction is not known. */
export function judgeChange(
  change: number,
  direction?: MetricDirection,
): 'better' | 'worse' | 'neutral' {
  if (!direction || change === 0 || !Number.isFinite(change)) {
    return 'neutral';
  }
  return change > 0 === (direction === 'higher') ? 'better' : 'worse';
}
