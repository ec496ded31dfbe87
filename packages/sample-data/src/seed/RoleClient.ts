import { DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

interface RoleSession {
  backstageIdentity: { token: string };
}

/**
 * Speaks to the portal's own HTTP API as one of the development roles, in the
 * way a browser does.
 */
export class RoleClient {
  readonly #discovery: DiscoveryService;
  readonly #tokens = new Map<string, string>();

  static create(options: { discovery: DiscoveryService }): RoleClient {
    return new RoleClient(options);
  }

  private constructor(options: { discovery: DiscoveryService }) {
    this.#discovery = options.discovery;
  }

  /**
   * Sends a request to the machine learning backend and gives the JSON answer.
   * Throws ResponseError when the answer is not a success.
   */
  async request<T>(
    role: string,
    path: string,
    options: {
      signal: AbortSignal;
      body?: unknown;
      /** Makes it safe to send the same request again. */
      key?: string;
    },
  ): Promise<T> {
    const token = await this.#signIn(role, options.signal);
    const baseUrl = await this.#discovery.getBaseUrl('ml');
    return await readJson<T>(
      await fetch(`${baseUrl}${path}`, {
        signal: options.signal,
        method: options.body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          ...(options.body !== undefined && {
            'content-type': 'application/json',
          }),
          ...(options.key !== undefined && { 'idempotency-key': options.key }),
        },
        ...(options.body !== undefined && {
          body: JSON.stringify(options.body),
        }),
      }),
    );
  }

  async #signIn(role: string, signal: AbortSignal): Promise<string> {
    const known = this.#tokens.get(role);
    if (known !== undefined) {
      return known;
    }
    const baseUrl = await this.#discovery.getBaseUrl('auth');
    const session = await readJson<RoleSession>(
      await fetch(`${baseUrl}/roles/refresh`, {
        signal,
        headers: {
          'x-understudy-role': role,
          'x-requested-with': 'XMLHttpRequest',
        },
      }),
    );
    const { token } = session.backstageIdentity;
    this.#tokens.set(role, token);
    return token;
  }
}

async function readJson<T>(response: Response): Promise<T> {
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return await response.json();
}
