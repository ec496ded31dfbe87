import { LossNote } from '@understudy/contracts';
import { LoadedContract } from '../documents/readContract';

/** Says what was lost on the way to or from `what`, a line for each place. */
export function sayLost(
  what: string,
  lossy: readonly LossNote[],
  err: (text: string) => void,
): void {
  for (const { pointer, code, message } of lossy) {
    err(`${what}: ${pointer === '' ? '/' : pointer}: ${message} (${code})\n`);
  }
}

/**
 * Says what could not be read of a document, and where it breaks the standard
 * that it names: beside a result that is for programs, and has no room for it.
 */
export function sayUnread(
  { path, lossy, broken }: LoadedContract,
  err: (text: string) => void,
): void {
  const places = new Set(lossy.map(({ pointer }) => pointer));
  sayLost(path, lossy, err);
  sayLost(
    path,
    broken.filter(({ pointer }) => !places.has(pointer)),
    err,
  );
}
