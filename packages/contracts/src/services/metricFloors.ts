import { specChange } from '../comparison/specChange';
import { ServiceLevels } from '../contract/Contract';
import { Change, Effect } from '../findings/Change';

type MetricFloors = NonNullable<ServiceLevels['metricFloors']>;

/** Metrics that are promised less of than before, or less than a consumer needs. */
export function compareMetricFloors(
  old: MetricFloors = [],
  next: MetricFloors = [],
  effect: Effect,
): Change[] {
  return old.flatMap((floor, index) => {
    const found = next.findIndex(({ name }) => name === floor.name);
    const after = found < 0 ? undefined : next[found];
    if (after && after.atLeast >= floor.atLeast) {
      return [];
    }
    return [
      specChange({
        ruleId: 'METRIC_FLOOR_LOWERED',
        oldPointer: `/spec/serviceLevels/metricFloors/${index}`,
        ...(after && {
          newPointer: `/spec/serviceLevels/metricFloors/${found}`,
        }),
        old: floor.atLeast,
        new: after?.atLeast,
        subject: floor.name,
        backward: 'ok',
        forward: effect,
      }),
    ];
  });
}
