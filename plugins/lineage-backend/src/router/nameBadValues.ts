import { InputError } from '@backstage/errors';
import express from 'express';
import { bodyMembers } from '../schema/bodyMembers';
import { openApiDocument } from '../schema/openapi';
import { shortValue, showValue, valueAt } from './parseRequest';

const parts = ['query', 'body', 'params', 'headers'] as const;
const placePattern = new RegExp(`request/(${parts.join('|')})((?:/[^\\s/]+)*)`);

/** Members that nobody knows and that a message names. */
const NAMED = 5;

/**
 * The check against the description of the interface says which field is wrong;
 * this adds the value that was sent, or the fields that are not known.
 */
export function nameBadValues(
  error: unknown,
  req: express.Request,
  _res: express.Response,
  next: express.NextFunction,
): void {
  next(error instanceof InputError ? withWhatWasSent(error, req) : error);
}

function withWhatWasSent(error: InputError, req: express.Request): InputError {
  const place = placePattern.exec(error.message);
  const part = parts.find(name => name === place?.[1]);
  if (!place || !part) {
    return error;
  }
  const path = place[2].split('/').filter(Boolean);
  const value = valueAt(req[part], path);
  if (value === undefined) {
    return error;
  }
  if (typeof value !== 'object' || value === null) {
    return new InputError(`${error.message}; it ${showValue(value)}`);
  }
  // No body holds objects of its own.
  const isBody = part === 'body' && path.length === 0 && !Array.isArray(value);
  const known = isBody ? membersOf(req) : undefined;
  return known ? withUnknown(error, Object.keys(value), known) : error;
}

function membersOf({ method, path }: express.Request): string[] | undefined {
  return bodyMembers(openApiDocument.paths, {
    method,
    path: path.replace(/\/+$/, ''),
  });
}

function withUnknown(
  error: InputError,
  sent: readonly string[],
  known: readonly string[],
): InputError {
  const unknown = sent.filter(key => !known.includes(key));
  if (unknown.length === 0) {
    return error;
  }
  const names = unknown.slice(0, NAMED).map(shortValue).join(', ');
  const more =
    unknown.length > NAMED ? ` and ${unknown.length - NAMED} more` : '';
  return new InputError(`${error.message}; not known here: ${names}${more}`);
}
