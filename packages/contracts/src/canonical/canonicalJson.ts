import { pointerTo } from '../formats/pointers';
import { isWellFormed } from './isWellFormed';

/**
 * Writes the one JSON text of a value after RFC 8785: members sorted by UTF-16
 * code units, no white space, numbers and strings as ECMAScript writes them. Use
 * it for all that is hashed or signed, and to ask whether two values are equal.
 *
 * Members that are `undefined` are left out, as `JSON.stringify` does.
 *
 * @throws TypeError, with the JSON Pointer of the place, for what JSON cannot
 * hold: numbers that are not finite, text with half a surrogate pair, functions,
 * symbols, big integers, `undefined` in lists, and values inside themselves.
 *
 * @public
 */
export function canonicalJson(value: unknown): string {
  return write(value, { path: [], parents: [] });
}

/** Where the writer is. */
interface Place {
  path: (string | number)[];
  parents: object[];
}

function write(value: unknown, place: Place): string {
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'number') {
    // The rules of ECMAScript for numbers are those of the RFC.
    return Number.isFinite(value)
      ? JSON.stringify(value)
      : refuse(`the number ${value}`, place);
  }
  if (typeof value === 'string') {
    return writeText(value, place);
  }
  if (typeof value !== 'object') {
    return refuse(`a value of type ${typeof value}`, place);
  }
  if (place.parents.includes(value)) {
    return refuse('a value inside itself', place);
  }
  place.parents.push(value);
  const text = Array.isArray(value)
    ? `[${Array.from(value, (item, index) =>
        inside(index, place, () => write(item, place)),
      ).join(',')}]`
    : `{${Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, member]) =>
          inside(
            name,
            place,
            () => `${writeText(name, place)}:${write(member, place)}`,
          ),
        )
        .join(',')}}`;
  place.parents.pop();
  return text;
}

function inside(
  key: string | number,
  { path }: Place,
  work: () => string,
): string {
  path.push(key);
  const text = work();
  path.pop();
  return text;
}

function writeText(text: string, place: Place): string {
  return isWellFormed(text)
    ? JSON.stringify(text)
    : refuse('text with half a surrogate pair', place);
}

function refuse(what: string, { path }: Place): never {
  const pointer = path.length === 0 ? '' : ` at ${pointerTo('', ...path)}`;
  throw new TypeError(`JSON cannot hold ${what}${pointer}`);
}
