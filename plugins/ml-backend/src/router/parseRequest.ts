import { InputError } from '@backstage/errors';
import { z } from 'zod/v3';
import { showValue } from './showValue';

/**
 * Reads a part of a request. Throws InputError that names every field that
 * is wrong, its value and what is allowed.
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
  const problems = result.error.issues.map(issue => {
    const path = [part, ...issue.path].join('.');
    const value = show(valueAt(input, issue.path));
    return `${path} ${value}: ${issue.message}`;
  });
  throw new InputError(problems.join('; '));
}

function valueAt(input: unknown, path: (string | number)[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    value = Reflect.get(value, key);
  }
  return value;
}

function show(value: unknown): string {
  if (value === undefined) {
    return 'is missing';
  }
  return `is ${showValue(value)}`;
}
