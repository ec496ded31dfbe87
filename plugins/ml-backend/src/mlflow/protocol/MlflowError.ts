import { isError } from '@backstage/errors';
import { RegistryRefusedError } from '@understudy/plugin-ml-node';

/** What MLflow's clients know, with the status MLflow's servers answer. */
const statuses = {
  INVALID_PARAMETER_VALUE: 400,
  RESOURCE_ALREADY_EXISTS: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  ENDPOINT_NOT_FOUND: 404,
  RESOURCE_DOES_NOT_EXIST: 404,
  RESOURCE_CONFLICT: 409,
  INTERNAL_ERROR: 500,
  TEMPORARILY_UNAVAILABLE: 503,
} as const;

export type MlflowErrorCode = keyof typeof statuses;

/** With what a server refuses a change, as clients know it. */
const SERVER_STATUSES = [400, 404, 409];

/** What a server answered, whose codes may be others than ours. */
interface ServerAnswer {
  code: string;
  status: number;
}

/** A failure as MLflow's clients expect it. */
export class MlflowError extends Error {
  readonly name = 'MlflowError';
  readonly code: string;
  readonly status: number;

  constructor(
    answer: MlflowErrorCode | ServerAnswer,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    const { code, status } =
      typeof answer === 'string'
        ? { code: answer, status: statuses[answer] }
        : answer;
    this.code = code;
    this.status = status;
  }

  toJSON(): { error_code: string; message: string } {
    return { error_code: this.code, message: this.message };
  }
}

/** How the parser of bodies names what it does not take. */
const BODY_PROBLEM = /^(entity|encoding|charset|request)\./;

/** The codes of the platform's errors, by their names. */
const codesByName: Record<string, MlflowErrorCode> = {
  AuthenticationError: 'UNAUTHENTICATED',
  ConflictError: 'RESOURCE_CONFLICT',
  InputError: 'INVALID_PARAMETER_VALUE',
  NotAllowedError: 'PERMISSION_DENIED',
  NotFoundError: 'RESOURCE_DOES_NOT_EXIST',
  ServiceUnavailableError: 'TEMPORARILY_UNAVAILABLE',
};

/**
 * Any failure in MLflow's words. What is nobody's business outside, such as an
 * error of the database, keeps its cause and says no more than that.
 */
export function toMlflowError(error: unknown): MlflowError {
  if (error instanceof MlflowError) {
    return error;
  }
  if (error instanceof RegistryRefusedError) {
    const { code, status } = error;
    // Those that this protocol has; the code is the server's own.
    return new MlflowError(
      { code, status: SERVER_STATUSES.includes(status) ? status : 400 },
      error.message,
      error,
    );
  }
  if (isError(error)) {
    const code = codesByName[error.name];
    if (code) {
      return new MlflowError(code, error.message, error);
    }
    // Of the parser of bodies.
    if ('type' in error && BODY_PROBLEM.test(String(error.type))) {
      return new MlflowError(
        'INVALID_PARAMETER_VALUE',
        `body cannot be read: ${error.message}`,
        error,
      );
    }
  }
  return new MlflowError(
    'INTERNAL_ERROR',
    'The portal failed; its log says why',
    error,
  );
}
