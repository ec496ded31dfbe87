import { InputError } from '@backstage/errors';
import express from 'express';
import { showValue, valueAt } from './parseRequest';

const parts = ['query', 'body', 'params', 'headers'] as const;
const placePattern = new RegExp(`request/(${parts.join('|')})((?:/[^\\s/]+)*)`);

/**
 * The check against the description of the interface says which field is wrong;
 * this adds the value that was sent.
 */
export function nameBadValues(
  error: unknown,
  req: express.Request,
  _res: express.Response,
  next: express.NextFunction,
): void {
  const place =
    error instanceof InputError ? placePattern.exec(error.message) : null;
  const part = parts.find(name => name === place?.[1]);
  if (!(error instanceof InputError) || !place || !part) {
    next(error);
    return;
  }
  const value = valueAt(req[part], place[2].split('/').filter(Boolean));
  const known = value !== undefined && typeof value !== 'object';
  next(
    known ? new InputError(`${error.message}; it ${showValue(value)}`) : error,
  );
}
