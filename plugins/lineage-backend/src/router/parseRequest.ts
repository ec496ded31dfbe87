import { InputError } from '@backstage/errors';
import { z } from 'zod/v3';

const SHOWN_LENGTH = 100;

/**
 * Reads a part of a request. Throws InputError that names every field that is
 * wrong, and its value.
 *
 * @param part - what is read, such as `query` or `body`.
 */
export function parseRequest<T extends z.ZodTypeAny>(
  schema: T,
  input: unknown,
  part: string,
): z.infer<T> {
  const result = schema.safeParse(input);
  if (result.success) {
    return result.data;
  }
  throw new InputError(
    result.error.issues
      .map(({ path, message }) => {
        const value = valueAt(input, path);
        return `${[part, ...path].join('.')} ${showValue(value)}: ${message}`;
      })
      .join('; '),
  );
}

/** The value at a place in something, or undefined when there is no such place. */
export function valueAt(
  input: unknown,
  path: readonly (string | number)[],
): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Reflect.get(value, key)
        : undefined,
    input,
  );
}

/** `is 5`, or that there is none. */
export function showValue(value: unknown): string {
  return value === undefined ? 'is missing' : `is ${shortValue(value)}`;
}

/** A value as JSON, cut where it is long. */
export function shortValue(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > SHOWN_LENGTH
    ? `${text.slice(0, SHOWN_LENGTH)}...`
    : text;
}
