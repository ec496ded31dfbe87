import { specChange, partPointers } from '../comparison/specChange';
import { ServiceLevels } from '../contract/Contract';
import { Change } from '../findings/Change';
import { compareMetricFloors } from './metricFloors';
import { isWorse } from './compareServiceLevels';
import { boundingLatency, levelRules, percentiles } from './levelRules';

/** Holds what a provider promises against what a consumer needs. */
export function checkServiceLevels(
  need: ServiceLevels = {},
  offer: ServiceLevels = {},
): Change[] {
  return [
    ...checkLatencies(need, offer),
    ...checkTimeout(need, offer),
    ...levelRules
      .filter(rule => !rule.ownBusiness)
      .flatMap(rule => {
        const needed = need[rule.part];
        const offered = offer[rule.part];
        if (needed === undefined || !isWorse(rule, needed, offered)) {
          return [];
        }
        return [
          specChange({
            ruleId: rule.ruleId,
            ...partPointers(
              `/spec/serviceLevels/${rule.part}`,
              needed,
              offered,
            ),
            old: needed,
            new: offered,
            subject: rule.part,
            // What is not promised may still be kept.
            effect: offered === undefined ? 'warning' : 'error',
          }),
        ];
      }),
    ...compareMetricFloors(need.metricFloors, offer.metricFloors, 'error'),
  ];
}

function checkLatencies(need: ServiceLevels, offer: ServiceLevels): Change[] {
  return percentiles.flatMap(percentile => {
    const budget = need.latencyMs?.[percentile];
    if (budget === undefined) {
      return [];
    }
    const latency = boundingLatency(offer, percentile);
    if (latency !== undefined && latency <= budget) {
      return [];
    }
    const pointer = `/spec/serviceLevels/latencyMs/${percentile}`;
    return [
      specChange({
        ruleId:
          latency === undefined
            ? 'LATENCY_UNDECLARED'
            : 'LATENCY_BUDGET_EXCEEDED',
        ...partPointers(pointer, budget, offer.latencyMs?.[percentile]),
        old: budget,
        new: latency,
        subject: percentile,
      }),
    ];
  });
}

function checkTimeout(need: ServiceLevels, offer: ServiceLevels): Change[] {
  const p99 = offer.latencyMs?.p99;
  if (need.timeoutMs === undefined || p99 === undefined) {
    return [];
  }
  return need.timeoutMs >= p99
    ? []
    : [
        specChange({
          ruleId: 'TIMEOUT_BELOW_P99',
          oldPointer: '/spec/serviceLevels/timeoutMs',
          newPointer: '/spec/serviceLevels/latencyMs/p99',
          old: need.timeoutMs,
          new: p99,
        }),
      ];
}
