import { CustomErrorBase } from '@backstage/errors';

/**
 * The ancestor of everything a {@link MlflowClient} throws on its own account.
 * Catch it to tell trouble with a registry from mistakes in code. An aborted
 * call rejects with the reason of its signal instead.
 *
 * @public
 */
export class MlflowError extends CustomErrorBase {
  name: string = 'MlflowError';
}

/**
 * The server could not be reached, did not answer in time, or kept answering
 * 429 or 5xx. Trying again later may help.
 *
 * @public
 */
export class MlflowUnavailableError extends MlflowError {
  name = 'MlflowUnavailableError';
}

/**
 * The server refused the credentials (401 or 403). Trying again does not help;
 * `ml.registries.<id>.auth` needs a look.
 *
 * @public
 */
export class MlflowAuthError extends MlflowError {
  name = 'MlflowAuthError';
}

/**
 * Something answered, but not in the way MLflow does: a web page, half a
 * document, a field of another type. The message says what was expected.
 *
 * @public
 */
export class MlflowProtocolError extends MlflowError {
  name = 'MlflowProtocolError';
}

/**
 * The answer is larger, or has more items, than the client is willing to read.
 *
 * @public
 */
export class MlflowLimitError extends MlflowError {
  name = 'MlflowLimitError';
}

/**
 * MLflow understood the request and refused it.
 *
 * @public
 */
export class MlflowResponseError extends MlflowError {
  name: string = 'MlflowResponseError';
  /** The HTTP status. */
  readonly status: number;
  /** MLflow's `error_code`, such as `INVALID_PARAMETER_VALUE`. */
  readonly errorCode: string;
  /** What MLflow says, without which call it was. */
  readonly serverMessage: string;

  constructor(
    message: string,
    options: { status: number; errorCode: string; serverMessage?: string },
  ) {
    super(message);
    this.status = options.status;
    this.errorCode = options.errorCode;
    this.serverMessage = options.serverMessage ?? message;
  }
}

/**
 * The model, version, run or experiment does not exist on the server.
 *
 * @public
 */
export class MlflowNotFoundError extends MlflowResponseError {
  name = 'MlflowNotFoundError';
}
