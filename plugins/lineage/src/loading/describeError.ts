import { ErrorLike, isError } from '@backstage/errors';

/** What a failed request means for the reader: it chooses the next step. */
export type ErrorKind =
  | 'invalid'
  | 'signedOut'
  | 'forbidden'
  | 'notFound'
  | 'unavailable'
  | 'unknown';

const KIND_BY_STATUS: Record<number, ErrorKind> = {
  400: 'invalid',
  401: 'signedOut',
  403: 'forbidden',
  404: 'notFound',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

const KIND_BY_NAME: Record<string, ErrorKind> = {
  InputError: 'invalid',
  AuthenticationError: 'signedOut',
  NotAllowedError: 'forbidden',
  NotFoundError: 'notFound',
  ServiceUnavailableError: 'unavailable',
  // What the browser throws when there is no answer at all.
  TypeError: 'unavailable',
};

/**
 * Reads the standard error body of the backend where there is one: the
 * response's own text repeats the status, the body says what happened.
 */
export function describeError(error: ErrorLike): {
  kind: ErrorKind;
  message: string;
} {
  const status =
    typeof error.statusCode === 'number' ? error.statusCode : undefined;
  const cause = isError(error.cause) ? error.cause : undefined;
  return {
    kind:
      (status === undefined ? undefined : KIND_BY_STATUS[status]) ??
      KIND_BY_NAME[cause?.name ?? ''] ??
      KIND_BY_NAME[error.name] ??
      'unknown',
    message: cause?.message || error.message,
  };
}
