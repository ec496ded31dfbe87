import { JsonObject, JsonValue } from '@backstage/types';
import { MlflowProtocolError } from '../errors';

/**
 * Reads fields of an answer and throws a {@link MlflowProtocolError} that
 * names the path, what was expected and what was found. MLflow leaves out
 * fields that have their default, so absence is mostly allowed.
 */
export class JsonReader {
  readonly #value: JsonObject;
  readonly #path: string;

  static of(value: JsonValue | undefined, path: string): JsonReader {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      throw unexpected(path, 'an object', value);
    }
    return new JsonReader(value as JsonObject, path);
  }

  private constructor(value: JsonObject, path: string) {
    this.#value = value;
    this.#path = path;
  }

  text(field: string): string {
    const value = this.optionalText(field);
    if (value === undefined || value === '') {
      throw unexpected(
        this.#at(field),
        'a string that is not empty',
        this.#value[field],
      );
    }
    return value;
  }

  optionalText(field: string): string | undefined {
    const value = this.#value[field];
    if (value === undefined || value === null) {
      return undefined;
    }
    if (typeof value !== 'string') {
      throw unexpected(this.#at(field), 'a string', value);
    }
    return value;
  }

  /** Like optionalText, with the empty string as absence. */
  filledText(field: string): string | undefined {
    return this.optionalText(field) || undefined;
  }

  /** 64-bit integers may come as strings. Absent means 0, as in protobuf. */
  integer(field: string): number {
    const value = this.#value[field] ?? 0;
    const parsed =
      typeof value === 'string' && value !== '' ? Number(value) : value;
    if (typeof parsed !== 'number' || !Number.isSafeInteger(parsed)) {
      throw unexpected(this.#at(field), 'a whole number', value);
    }
    return parsed;
  }

  /** A floating-point number; the special ones come as strings. */
  float(field: string): number {
    const value = this.#value[field] ?? 0;
    if (typeof value === 'number') {
      return value;
    }
    if (
      typeof value === 'string' &&
      ['NaN', 'Infinity', '-Infinity'].includes(value)
    ) {
      return Number(value);
    }
    throw unexpected(this.#at(field), 'a number', value);
  }

  object(field: string): JsonReader {
    return JsonReader.of(this.#value[field], this.#at(field));
  }

  optionalObject(field: string): JsonReader | undefined {
    const value = this.#value[field];
    return value === undefined || value === null
      ? undefined
      : this.object(field);
  }

  list<T>(field: string, read: (item: JsonReader) => T): T[] {
    const value = this.#value[field] ?? [];
    if (!Array.isArray(value)) {
      throw unexpected(this.#at(field), 'a list', value);
    }
    return value.map((item, index) =>
      read(JsonReader.of(item, `${this.#at(field)}[${index}]`)),
    );
  }

  #at(field: string): string {
    return `${this.#path}.${field}`;
  }
}

function unexpected(
  path: string,
  expected: string,
  found: JsonValue | undefined,
): MlflowProtocolError {
  const shown = found === undefined ? 'nothing' : JSON.stringify(found);
  return new MlflowProtocolError(
    `Unexpected answer from MLflow: ${path} should be ${expected}, found ${shown.slice(
      0,
      80,
    )}`,
  );
}
