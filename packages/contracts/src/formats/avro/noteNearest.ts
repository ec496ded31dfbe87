import { FormatWalk } from '../FormatWalk';

/** Notes what Avro has no place for. */
export function noteNearest(
  what: string,
  name: string,
  pointer: string,
  walk: FormatWalk,
): void {
  walk.note(
    pointer,
    'WRITTEN_AS_NEAREST',
    `Avro has no place for ${what}: it is written as ${name}.`,
  );
}
