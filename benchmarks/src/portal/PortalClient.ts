import { waitFor } from '../measuring/waitFor';
import { askPortal } from './askPortal';

/** Calls a portal as somebody who has signed in, or as a program. */
export class PortalClient {
  readonly #url: string;
  readonly #token: string;

  /** Signs in as a role, once the catalog knows its user. */
  static async signIn(url: string, role: string): Promise<PortalClient> {
    const token = await waitFor(`'${role}' can sign in`, async () => {
      const { status, text } = await askPortal(
        `${url}/api/auth/roles/refresh`,
        { headers: { 'x-understudy-role': role } },
      );
      return status === 200
        ? JSON.parse(text).backstageIdentity.token
        : undefined;
    });
    return new PortalClient(url, token);
  }

  /** A program outside the portal. */
  static withToken(url: string, token: string): PortalClient {
    return new PortalClient(url, token);
  }

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** @param path - below `/api`, with its query */
  async get<T>(path: string): Promise<T> {
    return await this.#send(path, {});
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return await this.#send(path, {
      method: 'POST',
      body: JSON.stringify(body),
    });
  }

  async #send<T>(
    path: string,
    asked: { method?: string; body?: string },
  ): Promise<T> {
    const { status, text } = await askPortal(`${this.#url}/api${path}`, {
      ...asked,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(asked.body ? { 'content-type': 'application/json' } : {}),
      },
    });
    if (status >= 300) {
      throw new Error(`${path} answered ${status}: ${text}`);
    }
    return JSON.parse(text);
  }
}
