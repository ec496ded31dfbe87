import { ErrorLike, isError } from '@backstage/errors';

/**
 * What a failed request means for the reader: `kind` chooses the heading and
 * the next step, `message` is what the backend said; empty where nobody said
 * anything.
 */
export interface ErrorDescription {
  kind:
    | 'invalid'
    | 'signedOut'
    | 'forbidden'
    | 'notFound'
    | 'conflict'
    | 'tooMany'
    | 'unavailable'
    | 'unknown';
  message: string;
}

const KIND_BY_STATUS: Record<number, ErrorDescription['kind']> = {
  400: 'invalid',
  401: 'signedOut',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  413: 'invalid',
  422: 'invalid',
  429: 'tooMany',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

const KIND_BY_NAME: Record<string, ErrorDescription['kind']> = {
  InputError: 'invalid',
  AuthenticationError: 'signedOut',
  NotAllowedError: 'forbidden',
  NotFoundError: 'notFound',
  ConflictError: 'conflict',
  ServiceUnavailableError: 'unavailable',
  // What the browser throws when there is no answer at all.
  TypeError: 'unavailable',
};

// How browsers word it. It says nothing that the kind does not.
const NO_ANSWER =
  /^(Failed to fetch|Load failed|NetworkError when attempting to fetch resource\.)$/;

/**
 * Reads the standard error body of the backend where there is one: the
 * response's own text repeats the status, the body says what happened.
 */
export function describeError(error: ErrorLike): ErrorDescription {
  const status =
    typeof error.statusCode === 'number' ? error.statusCode : undefined;
  const cause = isError(error.cause) ? error.cause : undefined;
  const kind =
    (status === undefined ? undefined : KIND_BY_STATUS[status]) ??
    KIND_BY_NAME[cause?.name ?? ''] ??
    KIND_BY_NAME[error.name] ??
    'unknown';
  const message = cause?.message || error.message;
  return { kind, message: NO_ANSWER.test(message) ? '' : message };
}

/** Whether the error says that what was changed had changed before. */
export function isConflict(error: ErrorLike | undefined): boolean {
  return error !== undefined && describeError(error).kind === 'conflict';
}
