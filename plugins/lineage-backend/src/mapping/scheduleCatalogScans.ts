import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';

const KEY = 'lineage.mapping.schedule';
const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 5 },
};

/** Has what the catalog says brought up to date by one replica, by schedule: names first, then relations. */
export async function scheduleCatalogScans(options: {
  config: Config;
  scans: readonly { run(options: { signal: AbortSignal }): Promise<void> }[];
  scheduler: SchedulerService;
}): Promise<void> {
  const { config, scans, scheduler } = options;
  const schedule = config.has(KEY)
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig(KEY),
      )
    : defaultSchedule;
  await scheduler.scheduleTask({
    id: 'lineage-entity-names',
    scope: 'global',
    ...schedule,
    fn: async signal => {
      for (const scan of scans) {
        await scan.run({ signal });
      }
    },
  });
}
