import { ErrorLike, isError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { MlflowAuthError, MlflowUnavailableError } from '../errors';
import { MlflowAuth } from '../config/MlflowRegistryConfig';
import { readBoundedText } from './readBoundedText';
import { RequestPacer } from './RequestPacer';
import { parseRetryAfter, retryDelay } from './retryDelay';
import { sleep } from './sleep';

/**
 * A request that may be sent again, because it reads or sets a state, unless
 * it asks for one attempt.
 */
export interface TransportRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the base URL, starting with a slash. */
  path: string;
  query?: Record<string, string | undefined>;
  body?: JsonValue;
  signal?: AbortSignal;
  /** Most attempts for this request, where fewer than usual are wanted. */
  attempts?: number;
}

/** An answer that is not a sign of temporary trouble. */
export interface TransportResponse {
  status: number;
  text: string;
}

/** How the transport behaves. */
export interface HttpTransportOptions {
  baseUrl: string;
  auth: MlflowAuth;
  workspace?: string;
  timeoutMs: number;
  attempts: number;
  maxResponseBytes: number;
  pacer: RequestPacer;
  sleep?: typeof sleep;
  random?: () => number;
}

/** Longest wait that a Retry-After header may ask of us. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/** One attempt that failed in a way that may pass. */
interface PassingTrouble {
  reason: string;
  retryAfterMs?: number;
}

/**
 * Sends requests with a time limit, a pace and retries, and reads answers of
 * bounded size. Knows nothing of MLflow but where to find it.
 */
export class HttpTransport {
  readonly #options: HttpTransportOptions;
  readonly #headers: Record<string, string>;

  constructor(options: HttpTransportOptions) {
    this.#options = options;
    this.#headers = {
      accept: 'application/json',
      ...authHeaders(options.auth),
      ...(options.workspace && { 'x-mlflow-workspace': options.workspace }),
    };
  }

  async send(request: TransportRequest): Promise<TransportResponse> {
    const what = `${request.method} ${request.path}`;
    const attempts = Math.min(
      request.attempts ?? Infinity,
      this.#options.attempts,
    );
    for (let attempt = 0; ; attempt++) {
      await this.#options.pacer.next(request.signal);
      const outcome = await this.#attempt(request, what);
      if ('status' in outcome) {
        return outcome;
      }
      const asked = outcome.retryAfterMs ?? 0;
      if (attempt + 1 >= attempts || asked > LONGEST_RETRY_AFTER_MS) {
        throw new MlflowUnavailableError(
          `${what} failed after ${attempt + 1} ${
            attempt === 0 ? 'attempt' : 'attempts'
          }: ${outcome.reason}`,
        );
      }
      const random = this.#options.random ?? Math.random;
      await (this.#options.sleep ?? sleep)(
        retryDelay(attempt, random(), asked),
        request.signal,
      );
    }
  }

  async #attempt(
    request: TransportRequest,
    what: string,
  ): Promise<TransportResponse | PassingTrouble> {
    const { timeoutMs, maxResponseBytes } = this.#options;
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = request.signal
      ? AbortSignal.any([request.signal, timeout])
      : timeout;
    try {
      const response = await fetch(this.#url(request), {
        method: request.method,
        headers: request.body
          ? { ...this.#headers, 'content-type': 'application/json' }
          : this.#headers,
        body: request.body ? JSON.stringify(request.body) : undefined,
        // A redirect usually leads to a sign-in page, which is no answer.
        redirect: 'manual',
        signal,
      });
      const text = await readBoundedText(response, maxResponseBytes, what);
      return judge(response, text, what);
    } catch (error) {
      request.signal?.throwIfAborted();
      if (timeout.aborted) {
        return { reason: `no complete answer within ${timeoutMs} ms` };
      }
      // Fetch reports trouble with the network as TypeError.
      if (isError(error) && error.name === 'TypeError') {
        return { reason: networkReason(error) };
      }
      throw error;
    }
  }

  #url(request: TransportRequest): string {
    const url = new URL(`${this.#options.baseUrl}${request.path}`);
    for (const [key, value] of Object.entries(request.query ?? {})) {
      if (value !== undefined) {
        url.searchParams.set(key, value);
      }
    }
    return url.toString();
  }
}

function judge(
  response: Response,
  text: string,
  what: string,
): TransportResponse | PassingTrouble {
  const { status } = response;
  if (status === 429 || status >= 500) {
    return {
      reason: `the server answered ${status} ${excerpt(text)}`.trim(),
      retryAfterMs: parseRetryAfter(
        response.headers.get('retry-after'),
        Date.now(),
      ),
    };
  }
  if (status === 401 || status === 403) {
    throw new MlflowAuthError(
      `${what} was refused with ${status} ${excerpt(text)}`.trim(),
    );
  }
  return { status, text };
}

function authHeaders(auth: MlflowAuth): Record<string, string> {
  switch (auth.type) {
    case 'bearer':
      return { authorization: `Bearer ${auth.token}` };
    case 'basic': {
      const pair = `${auth.username}:${auth.password}`;
      return {
        authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
      };
    }
    default:
      return {};
  }
}

/** The beginning of a body on one line, for an error message. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 120)}...` : line;
}

function networkReason({ message, cause }: ErrorLike): string {
  return isError(cause) && cause.message
    ? `${message} (${cause.message})`
    : message;
}
