import { waitFor } from '../measuring/waitFor';
import { fetchFromPortal } from './fetchFromPortal';

/** Calls a portal as somebody who has signed in, or as a program. */
export class PortalClient {
  readonly #url: string;
  readonly #token: string;

  /** Signs in as a role, once the catalog knows its user. */
  static async signIn(url: string, role: string): Promise<PortalClient> {
    const token = await waitFor(`'${role}' can sign in`, async () => {
      const response = await fetchFromPortal(`${url}/api/auth/roles/refresh`, {
        headers: { 'x-understudy-role': role },
      });
      return response.ok
        ? (await response.json()).backstageIdentity.token
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

  async #send<T>(path: string, init: RequestInit): Promise<T> {
    const response = await fetchFromPortal(`${this.#url}/api${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(init.body ? { 'content-type': 'application/json' } : {}),
      },
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${path} answered ${response.status}: ${text}`);
    }
    return JSON.parse(text);
  }
}
