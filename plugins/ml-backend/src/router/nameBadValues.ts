import { InputError } from '@backstage/errors';
import express from 'express';
import { showValue } from './showValue';

const parts = ['query', 'body', 'params', 'headers'] as const;
const problemPattern = new RegExp(
  `request/(${parts.join('|')})((?:/[^\\s/]+)*)`,
);

/**
 * The check against the description names the field that is wrong; this adds
 * the value that was sent.
 */
export function nameBadValues(
  error: unknown,
  req: express.Request,
  _res: express.Response,
  next: express.NextFunction,
): void {
  next(error instanceof InputError ? withValue(error, req) : error);
}

function withValue(error: InputError, req: express.Request): InputError {
  const match = error.message.match(problemPattern);
  const part = parts.find(name => name === match?.[1]);
  if (!match || !part) {
    return error;
  }
  const path = match[2].split('/').filter(Boolean);
  const value = path.reduce<unknown>(
    (parent, key) =>
      typeof parent === 'object' && parent !== null
        ? Reflect.get(parent, key)
        : undefined,
    req[part],
  );
  if (value === undefined || typeof value === 'object') {
    return error;
  }
  return new InputError(`${error.message}; it is ${showValue(value)}`);
}
