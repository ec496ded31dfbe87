import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/** What the lineage backend answers about a batch of events. */
export interface BatchAnswer {
  failed_events?: { index: number; reason: string; retriable: boolean }[];
}

/**
 * Sends OpenLineage events to the portal's own HTTP door, as a program with a
 * token of its own would.
 */
export class EventSender {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): EventSender {
    return new EventSender(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /** Throws ResponseError when the batch as a whole was not taken. */
  async send(
    events: JsonObject[],
    options: { signal: AbortSignal },
  ): Promise<BatchAnswer> {
    const baseUrl = await this.#discovery.getBaseUrl('lineage');
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'lineage',
    });
    const response = await fetch(`${baseUrl}/api/v1/lineage/batch`, {
      method: 'POST',
      signal: options.signal,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(events),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return await response.json();
  }
}
