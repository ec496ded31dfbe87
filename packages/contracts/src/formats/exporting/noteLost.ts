import { FormatWalk } from '../FormatWalk';

/** Notes which of the things that are said have no place in the target. */
export function noteLost(
  walk: FormatWalk,
  said: object,
  held: readonly string[],
  pointer: string,
): void {
  const lost = Object.entries(said)
    .filter(([key, value]) => value !== undefined && !held.includes(key))
    .map(([key]) => key);
  if (lost.length > 0) {
    walk.note(pointer, 'NOT_HELD', `There is no place for ${lost.join(', ')}.`);
  }
}
