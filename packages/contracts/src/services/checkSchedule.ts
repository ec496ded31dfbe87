import { specChange } from '../comparison/specChange';
import { ServiceLevels } from '../contract/Contract';
import { Change } from '../findings/Change';
import { durationSeconds } from '../versioning/dates';
import { scheduleSeconds } from './scheduleSeconds';

/** Finds a promise of fresh data that the schedule of its updates cannot keep. */
export function checkSchedule(levels: ServiceLevels = {}): Change[] {
  const { schedule, freshness } = levels;
  if (schedule === undefined || freshness === undefined) {
    return [];
  }
  const gap = scheduleSeconds(schedule);
  const age = durationSeconds(freshness);
  if (gap === undefined || age === undefined || gap <= age) {
    return [];
  }
  return [
    specChange({
      ruleId: 'SCHEDULE_CANNOT_MEET_FRESHNESS',
      newPointer: '/spec/serviceLevels/schedule',
      old: freshness,
      new: `${gap} seconds`,
    }),
  ];
}
