import { InputError } from '@backstage/errors';

const SHOWN_VALUE = 80;
const SHOWN_PATH = 400;

/** An object as JSON has it; never an array. */
export type JsonMap = Record<string, unknown>;

/** Ends reading with an error that names the place and what is there. */
export function refuse(path: string, value: unknown, problem: string): never {
  // Paths hold names of columns and facets, which can be anything.
  const place = escape(cutTo(path, SHOWN_PATH));
  if (value === undefined) {
    throw new InputError(`${place} is missing`);
  }
  throw new InputError(`${place}: ${show(value)} ${problem}`);
}

function show(value: unknown): string {
  if (Array.isArray(value)) {
    return `a list of ${value.length}`;
  }
  if (typeof value === 'object' && value !== null) {
    return 'an object';
  }
  if (typeof value !== 'string') {
    return String(value);
  }
  return `'${escape(cutTo(value, SHOWN_VALUE))}'`;
}

function cutTo(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}...` : text;
}

/** Logs and terminals act on control characters. */
function escape(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}]/gu,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function toMap(value: unknown, path: string): JsonMap {
  return isMap(value) ? value : refuse(path, value, 'is not an object');
}

/** Undefined when it is missing or null, as some senders write it. */
export function toOptionalMap(
  value: unknown,
  path: string,
): JsonMap | undefined {
  return value === undefined || value === null ? undefined : toMap(value, path);
}

export function toOptionalList(
  value: unknown,
  path: string,
  most: number,
): unknown[] | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  if (!Array.isArray(value)) {
    refuse(path, value, 'is not a list');
  }
  if (value.length > most) {
    refuse(path, value, `is more than the ${most} allowed`);
  }
  return value;
}

/** A text that names something: not empty, bounded, and fit to be stored and shown. */
export function toName(value: unknown, path: string, longest: number): string {
  if (typeof value !== 'string') {
    return refuse(path, value, 'is not a text');
  }
  if (value === '') {
    return refuse(path, value, 'is empty');
  }
  if (value.length > longest) {
    return refuse(
      path,
      value,
      `has ${value.length} characters, of ${longest} allowed`,
    );
  }
  if (!isFitForStorage(value)) {
    return refuse(
      path,
      value,
      'has control characters or half of a surrogate pair',
    );
  }
  return value;
}

/** Strict reading: senders identify themselves by a URI. */
export function checkUri(value: unknown, path: string): void {
  if (typeof value !== 'string' || !/^[a-z][a-z0-9+.-]{0,40}:\S/i.test(value)) {
    refuse(path, value, 'is not a URI');
  }
}

/** Neither control characters nor half of a surrogate pair. */
export function isFitForStorage(text: string): boolean {
  return !/[\p{Cc}\p{Cs}]/u.test(text);
}

/** A text that is only shown: cut, and what cannot be stored is replaced. */
export function toShownText(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\0\p{Cs}]/gu, '\ufffd');
}
