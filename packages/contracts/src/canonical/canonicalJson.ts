/**
 * Writes a value as canonical JSON (RFC 8785), so that equal values have equal
 * digests whatever the order of their keys. Members that are `undefined` are
 * left out, as `JSON.stringify` does. Throws on what JSON cannot hold: numbers
 * that are not finite, functions, symbols, and lists with holes.
 *
 * @public
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'string') {
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) {
      throw new Error(`JSON cannot hold the number ${value}`);
    }
    // The rules of ECMAScript for numbers are the ones of RFC 8785.
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${Array.from(value, canonicalJson).join(',')}]`;
  }
  if (typeof value === 'object') {
    // Sorted by UTF-16 code units, which is how strings compare here.
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`,
      );
    return `{${members.join(',')}}`;
  }
  throw new Error(`JSON cannot hold a value of the type ${typeof value}`);
}
