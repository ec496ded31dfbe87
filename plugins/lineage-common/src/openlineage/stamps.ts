import { Latest, Stamp } from './facts';

const TIME_LENGTH = 30;
const HASH_LENGTH = 16;
const BASE64URL =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function toStamp(eventTime: string, hash: string): Stamp {
  return `${eventTime}|${shortHash(hash)}`;
}

/** Start of an event's SHA-256: 16 hexadecimal digits, from all of it in hexadecimal or base64url. */
function shortHash(hash: string): string {
  // A whole SHA-256 is 64 digits, or 43 letters in base64url.
  if (hash.length !== 43) {
    return hash.slice(0, HASH_LENGTH);
  }
  let digits = '';
  for (let i = 0; digits.length < HASH_LENGTH; i += 2) {
    const twelveBits =
      BASE64URL.indexOf(hash[i]) * 64 + BASE64URL.indexOf(hash[i + 1]);
    digits += twelveBits.toString(16).padStart(3, '0');
  }
  return digits.slice(0, HASH_LENGTH);
}

export function timeOf(stamp: Stamp): string {
  return stamp.slice(0, TIME_LENGTH);
}

export function hashOf(stamp: Stamp): string {
  return stamp.slice(TIME_LENGTH + 1);
}

export function laterText(a: string, b: string): string;
export function laterText(a?: string, b?: string): string | undefined;
export function laterText(a?: string, b?: string): string | undefined {
  if (a === undefined || b === undefined) {
    return a ?? b;
  }
  return a < b ? b : a;
}

export function earlierText(a: string, b: string): string;
export function earlierText(a?: string, b?: string): string | undefined;
export function earlierText(a?: string, b?: string): string | undefined {
  if (a === undefined || b === undefined) {
    return a ?? b;
  }
  return b < a ? b : a;
}

/** Of two statements the later one; of two in the same event, whichever: but always the same. */
export function latest<T>(
  a: Latest<T> | undefined,
  b: Latest<T> | undefined,
): Latest<T> | undefined {
  if (!a || !b || a === b) {
    return a ?? b;
  }
  if (a.stamp !== b.stamp) {
    return a.stamp < b.stamp ? b : a;
  }
  return JSON.stringify(a.value) < JSON.stringify(b.value) ? b : a;
}
