import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { VersionSources } from '../../registry/sync/VersionSources';
import { RecordStores } from '../records/changeRecord';
import { ModelReader } from '../records/ModelReader';
import { REPEAT_SECONDS } from '../records/VersionWriter';
import { ChangeClaims } from './ChangeClaims';
import { LeftChanges } from './LeftChanges';
import { ServedChanges } from './ServedChanges';
import { ToldVersions } from './ToldVersions';

/** How changes of servers are made, and how those that were left are settled. */
export function createServedChanges(
  deps: RecordStores & {
    logger: LoggerService;
    models: ModelReader;
    sources: VersionSources;
    told: ToldVersions;
  },
): { changes: ServedChanges; left: LeftChanges } {
  const claims = new ChangeClaims({ ...deps, repeatMs: REPEAT_SECONDS * 1000 });
  const changes = new ServedChanges({ ...deps, claims });
  const left = new LeftChanges({
    ...deps,
    changes,
    claims,
    reader: deps.models,
  });
  return { changes, left };
}

/**
 * Settles from time to time what was left, from the start on. Every replica
 * does, so that nobody waits for one that died at it.
 */
export async function scheduleLeftChanges(
  scheduler: SchedulerService,
  left: Pick<LeftChanges, 'settle'>,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'ml-left-changes',
    frequency: { seconds: 10 },
    timeout: { minutes: 10 },
    scope: 'local',
    fn: () => left.settle(),
  });
}
