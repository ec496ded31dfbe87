import { SchedulerService } from '@backstage/backend-plugin-api';
import { VersionSource } from '@understudy/plugin-ml-node';
import { SubjectReconciler } from '../subjects/SubjectReconciler';
import { FileVersionsSync } from './file/FileVersionsSync';
import { RegistrySourceStore } from './sync/RegistrySourceStore';
import { RegistrySync } from './sync/RegistrySync';

/** A read that takes longer is stopped; it begins anew at the next turn. */
const SYNC_TIMEOUT = { minutes: 30 };

/** Id of the task that reads a registry. */
export function syncTaskId(server: string): string {
  return `ml-registry-sync-${server}`;
}

/**
 * Schedules the reads of registries and files, each on one replica at a time,
 * and the comparison of subjects with the catalog.
 */
export async function scheduleRegistry(options: {
  fileVersions: FileVersionsSync;
  reconciler: SubjectReconciler;
  scheduler: SchedulerService;
  sources: readonly VersionSource[];
  statuses: RegistrySourceStore;
  sync: RegistrySync;
}): Promise<void> {
  const { fileVersions, reconciler, scheduler, statuses, sync } = options;
  for (const source of options.sources) {
    await scheduler.scheduleTask({
      id: syncTaskId(source.id),
      frequency: { seconds: source.intervalSeconds },
      timeout: SYNC_TIMEOUT,
      scope: 'global',
      fn: async signal => {
        await sync.run(source, { signal });
        // Asked for while it ran: what was asked for may not be in it.
        if (!signal.aborted && (await statuses.isRequested(source.id))) {
          await sync.run(source, { signal });
        }
      },
    });
  }
  await scheduler.scheduleTask({
    id: 'ml-file-versions',
    frequency: { minutes: 1 },
    timeout: SYNC_TIMEOUT,
    scope: 'global',
    fn: signal => fileVersions.run({ signal }),
  });
  await scheduler.scheduleTask({
    id: 'ml-subjects',
    frequency: { minutes: 5 },
    timeout: SYNC_TIMEOUT,
    scope: 'global',
    fn: signal => reconciler.run({ signal }),
  });
}
