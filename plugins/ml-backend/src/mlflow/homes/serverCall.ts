import { WrittenRecord } from '@understudy/plugin-ml-node';
import { ServedModel } from './ServedModels';

/** A client waits for the answer of the server. */
const TIMEOUT_MS = 30_000;

/**
 * What every call to the server of a model is given.
 *
 * @param until - ends the call before its time is up.
 */
export function serverCall(
  { record }: ServedModel,
  until?: AbortSignal,
): {
  record: WrittenRecord;
  signal: AbortSignal;
} {
  const { workspace, name, firstName, kind } = record;
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  return {
    record: {
      ...(workspace ? { workspace } : {}),
      name,
      ...(firstName ? { firstName } : {}),
      kind,
    },
    signal: until ? AbortSignal.any([timeout, until]) : timeout,
  };
}
