import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { PortalModel } from './PortalModel';
import { MlClientDeps, readAllPages } from '../readAllPages';

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
  readonly #deps: MlClientDeps;

  constructor(deps: MlClientDeps) {
    this.#deps = deps;
  }

  async list({ signal }: { signal?: AbortSignal }): Promise<PortalModel[]> {
    return await readAllPages(this.#deps, {
      path: '/portal-models',
      signal,
    });
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
