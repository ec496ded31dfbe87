import {
  AuthService,
  coreServices,
  createServiceFactory,
  createServiceRef,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { KeptIntakeDecision } from '@understudy/plugin-ml-common';

/**
 * What people decided in the intake about the records of registries. Importers
 * ask for it at every import, so that both they and the versions of the `ml`
 * backend go by the same decisions.
 *
 * @public
 */
export interface MlIntakeDecisionsService {
  /**
   * All decisions in force about records of one server. Rejects when the `ml`
   * backend cannot be reached or is not installed: an importer must then leave
   * everything as it is.
   */
  list(options: {
    server: string;
    signal?: AbortSignal;
  }): Promise<KeptIntakeDecision[]>;
}

class IntakeDecisionsClient implements MlIntakeDecisionsService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async list(options: {
    server: string;
    signal?: AbortSignal;
  }): Promise<KeptIntakeDecision[]> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'ml',
    });
    const baseUrl = await this.#discovery.getBaseUrl('ml');
    const decisions: KeptIntakeDecision[] = [];
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({
        server: options.server,
        ...(cursor && { cursor }),
      });
      const response = await fetch(`${baseUrl}/intake/decisions?${query}`, {
        headers: { authorization: `Bearer ${token}` },
        signal: options.signal,
      });
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      const page: { items: KeptIntakeDecision[]; nextCursor?: string } =
        await response.json();
      decisions.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return decisions;
  }
}

/**
 * Reads the decisions of the intake from the `ml` backend.
 *
 * @public
 */
export const mlIntakeDecisionsServiceRef =
  createServiceRef<MlIntakeDecisionsService>({
    id: 'ml.intake-decisions',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { auth: coreServices.auth, discovery: coreServices.discovery },
        factory: deps => new IntakeDecisionsClient(deps),
      }),
  });
