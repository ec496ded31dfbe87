import { Json } from '../../fields/json';
import { ContractFormatError } from '../ContractFormatError';
import { pointerTo } from '../pointers';

const MAX_DEPTH = 64;
const MAX_QUOTE = 60;

/** An object of parsed JSON or YAML. Its keys are data: read them with {@link own}. */
export type ParsedObject = Readonly<Record<string, unknown>>;

export function isParsedObject(value: unknown): value is ParsedObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a key that the object itself has, and not its prototype. */
export function own(object: ParsedObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export function readObject(value: unknown, pointer: string): ParsedObject {
  if (!isParsedObject(value)) {
    throw new ContractFormatError(
      pointer,
      `This has to be an object, and is ${quote(value)}.`,
    );
  }
  return value;
}

export function readArray(value: unknown, pointer: string): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw new ContractFormatError(
      pointer,
      `This has to be an array, and is ${quote(value)}.`,
    );
  }
  return value;
}

export function readString(value: unknown, pointer: string): string {
  if (typeof value !== 'string') {
    throw new ContractFormatError(
      pointer,
      `This has to be text, and is ${quote(value)}.`,
    );
  }
  return value;
}

/** A text that names something. */
export function readName(value: unknown, pointer: string): string {
  const name = readString(value, pointer);
  if (name.trim() === '') {
    throw new ContractFormatError(pointer, 'The name is empty.');
  }
  return name;
}

export function readStrings(value: unknown, pointer: string): string[] {
  return readArray(value, pointer).map((item, index) =>
    readString(item, pointerTo(pointer, index)),
  );
}

export function readNumber(value: unknown, pointer: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new ContractFormatError(
      pointer,
      `This has to be a number, and is ${quote(value)}.`,
    );
  }
  return value;
}

export function readCount(value: unknown, pointer: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) {
    throw new ContractFormatError(
      pointer,
      `This has to be a whole number from 0, and is ${quote(value)}.`,
    );
  }
  return value as number;
}

export function readBoolean(value: unknown, pointer: string): boolean {
  if (typeof value !== 'boolean') {
    throw new ContractFormatError(
      pointer,
      `This has to be true or false, and is ${quote(value)}.`,
    );
  }
  return value;
}

/** A copy of a value that JSON can hold. */
export function readJson(value: unknown, pointer: string, depth = 0): Json {
  if (depth > MAX_DEPTH) {
    throw new ContractFormatError(
      pointer,
      `The value is nested deeper than ${MAX_DEPTH} levels.`,
    );
  }
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  ) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      readJson(item, pointerTo(pointer, index), depth + 1),
    );
  }
  if (isParsedObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        readJson(item, pointerTo(pointer, key), depth + 1),
      ]),
    );
  }
  throw new ContractFormatError(
    pointer,
    `JSON cannot hold the value ${quote(value)}.`,
  );
}

/** A value as a message shows it: short, and never the inside of something large. */
export function quote(value: unknown): string {
  if (Array.isArray(value)) {
    return 'an array';
  }
  if (typeof value === 'object' && value !== null) {
    return 'an object';
  }
  if (typeof value === 'string') {
    return JSON.stringify(
      value.length > MAX_QUOTE ? `${value.slice(0, MAX_QUOTE)}…` : value,
    );
  }
  return value === undefined ? 'missing' : String(value);
}
