import { WrittenRecord } from '@understudy/plugin-ml-node';
import { ServedModel } from './ServedModels';

/** A client waits for the answer of the server. */
const TIMEOUT_MS = 30_000;

/** What every call to the server of a model is given. */
export function serverCall({ record }: ServedModel): {
  record: WrittenRecord;
  signal: AbortSignal;
} {
  const { workspace, name, kind } = record;
  return {
    record: { ...(workspace ? { workspace } : {}), name, kind },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
}
