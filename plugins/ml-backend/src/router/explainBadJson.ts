import { InputError, isError } from '@backstage/errors';
import express from 'express';
import { findUnwritable } from './findUnwritable';

/** What the parser of bodies has made of a body that is no JSON. */
const PARSE_FAILED = 'entity.parse.failed';

/**
 * Says of a body that is no JSON what is wrong, in the words of whoever sent
 * it: most often it has a NaN, which the `json` of Python writes. Any other
 * error stays as it is.
 */
export function explainBadJson(error: unknown): unknown {
  if (
    !isError(error) ||
    error.type !== PARSE_FAILED ||
    typeof error.body !== 'string'
  ) {
    return error;
  }
  const found = findUnwritable(error.body);
  if (!found) {
    return new InputError(`body is not JSON: ${error.message}`);
  }
  const path = ['body', found.path].filter(Boolean).join('.');
  return new InputError(
    `${path} is ${found.value}, which is no number in JSON; leave it out, or send a number. In Python json.dumps(..., allow_nan=False) finds it before it is sent`,
  );
}

/** The same for routes: stands behind the parser of bodies. */
export function explainBadBodies(
  error: unknown,
  _req: express.Request,
  _res: express.Response,
  next: express.NextFunction,
): void {
  next(explainBadJson(error));
}
