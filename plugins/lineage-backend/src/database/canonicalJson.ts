import stringify from 'safe-stable-stringify';

/**
 * The same text for equal values, whatever the order of their members. What
 * RFC 8785 can write is written as it says; use this for what clients send.
 *
 * Unlike the RFC, it refuses nothing that an event may hold: numbers that are
 * too large for a double become `null`, and half a surrogate pair its escape.
 * An event must not be lost for them, and digests of such events are stored.
 */
export function canonicalJson(value: unknown): string {
  const text = stringify(value);
  if (text === undefined) {
    throw new TypeError('A value that is undefined has no JSON');
  }
  return text;
}
