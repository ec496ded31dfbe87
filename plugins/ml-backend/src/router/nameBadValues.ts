import { InputError } from '@backstage/errors';
import express from 'express';
import { openApiDocument } from '../schema/openapi';
import { unknownMembers } from '../schema/unknownMembers';
import { showValue } from './showValue';

const parts = ['query', 'body', 'params', 'headers'] as const;
const problemPattern = new RegExp(
  `request/(${parts.join('|')})((?:/[^\\s/]+)*)`,
);

/** Fields that nobody knows and that a message names. */
const SHOWN = 5;

/**
 * The check against the description names the field that is wrong; this adds
 * the value that was sent, or the fields that are not known.
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
  if (error.message.startsWith('unsupported media type')) {
    return withMediaType(error, req);
  }
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
  if (part === 'body' && typeof value === 'object' && value !== null) {
    return withUnknown(
      error,
      { method: req.method, path: req.path },
      path,
      value,
    );
  }
  if (value === undefined || typeof value === 'object') {
    return error;
  }
  return new InputError(`${error.message}; it is ${showValue(value)}`);
}

function withUnknown(
  error: InputError,
  asked: { method: string; path: string },
  place: string[],
  value: object,
): InputError {
  if (!error.message.includes('additional properties')) {
    return error;
  }
  const unknown = unknownMembers(openApiDocument, { ...asked, place, value });
  const names = unknown.slice(0, SHOWN).map(showValue).join(', ');
  const more =
    unknown.length > SHOWN ? ` and ${unknown.length - SHOWN} more` : '';
  return unknown.length > 0
    ? new InputError(`${error.message}; not known here: ${names}${more}`)
    : error;
}

/** Most routes take JSON only. One that takes something else too keeps the words of the check. */
function withMediaType(error: InputError, req: express.Request): InputError {
  const type = req.get('content-type');
  const taken =
    type === undefined ? 'there is none' : `it is ${showValue(type)}`;
  return req.path === '/intake/import'
    ? error
    : new InputError(`The body has to be application/json; ${taken}`);
}
