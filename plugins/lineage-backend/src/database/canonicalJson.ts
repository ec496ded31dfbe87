import stringify from 'safe-stable-stringify';

/** The same text for equal values, whatever the order of their members. */
export function canonicalJson(value: unknown): string {
  const text = stringify(value);
  if (text === undefined) {
    throw new TypeError('A value that is undefined has no JSON');
  }
  return text;
}
