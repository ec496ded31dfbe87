import { SchedulerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { ImportStateStore } from '../state/ImportStateStore';
import { importTaskId } from './MlflowEntityProvider';
import { MlflowImporter } from './MlflowImporter';

/**
 * `ConflictError`: the import is running and finds the request at its end.
 * `NotFoundError`: it is not scheduled yet, so that its first run is to come.
 */
const COMES_ANYHOW = ['ConflictError', 'NotFoundError'];

/** Asks for an import that begins after this, and does not wait for it. */
export async function requestImport(
  importer: MlflowImporter,
  options: { scheduler: SchedulerService; state: ImportStateStore },
): Promise<void> {
  await options.state.request(importer.id);
  try {
    await options.scheduler.triggerTask(importTaskId(importer));
  } catch (error) {
    if (!isError(error) || !COMES_ANYHOW.includes(error.name)) {
      throw error;
    }
  }
}
