import { FormatWalk } from '../FormatWalk';
import { ParsedObject } from '../importing/values';
import { isFlag, member } from './tolerant';

/** Whether a property, or what is in a list, must not be null; unless said, it may. */
export function isRequired(
  source: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): boolean {
  return Boolean(
    member(source, 'required', isFlag, 'true or false', pointer, walk),
  );
}
