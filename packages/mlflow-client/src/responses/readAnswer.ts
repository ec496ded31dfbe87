import { JsonValue } from '@backstage/types';
import {
  MlflowNotFoundError,
  MlflowProtocolError,
  MlflowResponseError,
} from '../errors';
import { excerpt, TransportResponse } from '../http/HttpTransport';
import { JsonReader } from './JsonReader';

/** More of what a server says is not handed on. */
const MAX_MESSAGE = 2000;
const NOT_FOUND_CODE = 'RESOURCE_DOES_NOT_EXIST';

/** Turns an answer of MLflow's REST API into an object, or throws. */
export function readAnswer(
  response: TransportResponse,
  what: string,
): JsonReader {
  if (response.status >= 200 && response.status < 300) {
    return JsonReader.of(parseJson(response.text, what), 'answer');
  }
  throw readFailure(response, what);
}

/** The error behind an answer that is neither a success nor temporary. */
export function readFailure(
  { status, text }: TransportResponse,
  what: string,
): Error {
  if (status >= 300 && status < 400) {
    return new MlflowProtocolError(
      `${what}: expected JSON, got a redirect (${status}). Is the address right, and is no sign-in page in front of MLflow?`,
    );
  }
  const failure = tryParseFailure(text);
  if (!failure) {
    return new MlflowProtocolError(
      `${what}: expected MLflow's answer, got ${status} ${excerpt(
        text,
      )}`.trim(),
    );
  }
  const options = {
    status,
    errorCode: failure.errorCode,
    serverMessage: failure.message.slice(0, MAX_MESSAGE),
  };
  const message = `${what}: ${failure.errorCode}: ${excerpt(failure.message)}`;
  return failure.errorCode === NOT_FOUND_CODE
    ? new MlflowNotFoundError(message, options)
    : new MlflowResponseError(message, options);
}

function parseJson(text: string, what: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch (error) {
    const looksLikePage = text.trimStart().startsWith('<');
    throw new MlflowProtocolError(
      looksLikePage
        ? `${what}: expected JSON, got a web page. Is the address right, and is no sign-in page in front of MLflow?`
        : `${what}: expected JSON, got ${
            text ? `"${excerpt(text)}"` : 'nothing'
          }`,
      error,
    );
  }
}

function tryParseFailure(
  text: string,
): { errorCode: string; message: string } | undefined {
  try {
    const reader = JsonReader.of(JSON.parse(text), 'answer');
    return {
      errorCode: reader.text('error_code'),
      message: reader.optionalText('message') ?? '',
    };
  } catch {
    // Not an answer of MLflow: the caller reports it as such.
    return undefined;
  }
}
