import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { EntityNameScan } from './EntityNameScan';

const KEY = 'lineage.mapping.schedule';
const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 5 },
};

/** Has names brought up to date by one replica, by schedule. */
export async function scheduleEntityNames(options: {
  config: Config;
  scan: EntityNameScan;
  scheduler: SchedulerService;
}): Promise<void> {
  const { config, scan, scheduler } = options;
  const schedule = config.has(KEY)
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig(KEY),
      )
    : defaultSchedule;
  await scheduler.scheduleTask({
    id: 'lineage-entity-names',
    scope: 'global',
    ...schedule,
    fn: signal => scan.run({ signal }),
  });
}
