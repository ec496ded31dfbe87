import { HomedRecord, ServerCall } from './changes/ServerChange';

/** A client waits for the answer of the server. */
export const CALL_TIMEOUT_MS = 30_000;

/**
 * What every call to the server of a record is given.
 *
 * @param until - ends the call before its time is up.
 */
export function serverCall(
  { record }: Pick<HomedRecord, 'record'>,
  until: AbortSignal,
): ServerCall {
  const { workspace, name, firstName, kind } = record;
  const timeout = AbortSignal.timeout(CALL_TIMEOUT_MS);
  return {
    record: {
      ...(workspace ? { workspace } : {}),
      name,
      ...(firstName ? { firstName } : {}),
      kind,
    },
    signal: AbortSignal.any([timeout, until]),
  };
}
