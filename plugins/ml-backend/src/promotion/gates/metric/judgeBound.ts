import { MetricGateSettings } from '../../../policy/PromotionPolicy';

/** Whether a part of a gate holds, and by how much; less than 0 where not. */
export interface JudgedPart {
  holds: boolean;
  margin: number;
}

/** Compares a number with the bound of the policy, where it names one. */
export function judgeBound(
  { op, value: bound, high = bound }: MetricGateSettings,
  value: number,
): JudgedPart | undefined {
  if (bound === undefined || high === undefined) {
    return undefined;
  }
  switch (op) {
    case '>':
      return { holds: value > bound, margin: value - bound };
    case '>=':
      return { holds: value >= bound, margin: value - bound };
    case '<':
      return { holds: value < bound, margin: bound - value };
    case '<=':
      return { holds: value <= bound, margin: bound - value };
    case '==':
      return { holds: value === bound, margin: -Math.abs(value - bound) };
    default:
      return {
        holds: value >= bound && value <= high,
        margin: Math.min(value - bound, high - value),
      };
  }
}
