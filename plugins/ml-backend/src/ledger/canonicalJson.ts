import { isWellFormed } from '../database/isWellFormed';

/**
 * The one JSON text of a value after RFC 8785: members sorted by UTF-16 code
 * units, no white space, numbers and strings as ECMAScript writes them. Use it
 * for everything that is hashed.
 *
 * Members that are undefined are left out, as in JSON. Throws TypeError for
 * what has no JSON form: numbers that are not finite, text that is not valid
 * Unicode, functions, and values inside themselves.
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, parents: object[]): string {
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) {
      throw new TypeError(`The number ${value} has no JSON form`);
    }
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    if (!isWellFormed(value)) {
      throw new TypeError('Text with half a surrogate pair has no JSON form');
    }
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') {
    throw new TypeError(`A value of type ${typeof value} has no JSON form`);
  }
  if (parents.includes(value)) {
    throw new TypeError('A value inside itself has no JSON form');
  }
  const inside = [...parents, value];
  if (Array.isArray(value)) {
    return `[${value.map(item => write(item, inside)).join(',')}]`;
  }
  // The default order of sort() is by UTF-16 code units, as the RFC demands.
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${write(name, [])}:${write(member, inside)}`);
  return `{${members.join(',')}}`;
}
