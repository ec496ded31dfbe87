import {
  AuthService,
  coreServices,
  createServiceFactory,
  createServiceRef,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { PortalModel } from './PortalModel';

/**
 * Topic on which the `ml` backend says that the models it keeps itself have
 * changed. The payload says nothing more: read them with
 * {@link mlPortalModelsServiceRef}. Events may be lost and may come twice.
 *
 * @public
 */
export const ML_PORTAL_MODELS_TOPIC = 'ml.portal-models';

/**
 * The models that the portal keeps itself, for the provider that tells the
 * catalog of them.
 *
 * @public
 */
export interface MlPortalModelsService {
  /**
   * All of them. Rejects when the `ml` backend cannot be reached or is not
   * installed: the catalog must then keep what it has.
   */
  list(options: { signal?: AbortSignal }): Promise<PortalModel[]>;
}

class PortalModelsClient implements MlPortalModelsService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async list({ signal }: { signal?: AbortSignal }): Promise<PortalModel[]> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'ml',
    });
    const baseUrl = await this.#discovery.getBaseUrl('ml');
    const models: PortalModel[] = [];
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams(cursor && { cursor });
      const response = await fetch(`${baseUrl}/portal-models?${query}`, {
        headers: { authorization: `Bearer ${token}` },
        signal,
      });
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      const page: { items: PortalModel[]; nextCursor?: string } =
        await response.json();
      models.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return models;
  }
}

/**
 * Reads from the `ml` backend which models the portal keeps itself.
 *
 * @public
 */
export const mlPortalModelsServiceRef = createServiceRef<MlPortalModelsService>(
  {
    id: 'ml.portal-models',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { auth: coreServices.auth, discovery: coreServices.discovery },
        factory: deps => new PortalModelsClient(deps),
      }),
  },
);
