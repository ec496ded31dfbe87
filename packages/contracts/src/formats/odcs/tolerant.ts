import { FormatWalk } from '../FormatWalk';
import { isParsedObject, own, ParsedObject, quote } from '../importing/values';
import { pointerTo } from '../pointers';

type Guard<T> = (value: unknown) => value is T;

export const isText: Guard<string> = (value): value is string =>
  typeof value === 'string';
export const isFilledText: Guard<string> = (value): value is string =>
  typeof value === 'string' && value.trim() !== '';
export const isFlag: Guard<boolean> = (value): value is boolean =>
  typeof value === 'boolean';
export const isNumber: Guard<number> = (value): value is number =>
  typeof value === 'number' && Number.isFinite(value);
export const isCount: Guard<number> = (value): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;
export const isList: Guard<unknown[]> = (value): value is unknown[] =>
  Array.isArray(value);
export { isParsedObject as isObject };

/**
 * A member of an object when it is what it should be. Documents that break
 * their own standard are read as far as they go, so anything else is noted and
 * left as it is.
 */
export function member<T>(
  object: ParsedObject,
  key: string,
  is: Guard<T>,
  what: string,
  pointer: string,
  walk: FormatWalk,
): T | undefined {
  const value = own(object, key);
  if (value === undefined || value === null) {
    return undefined;
  }
  if (is(value)) {
    return value;
  }
  walk.note(
    pointerTo(pointer, key),
    'NOT_AS_THE_STANDARD_SAYS',
    `This should be ${what}, and is ${quote(value)}: it is kept as it is.`,
  );
  return undefined;
}
