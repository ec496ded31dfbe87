import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { KeptIntakeDecision } from '@understudy/plugin-ml-common';
import { MlClientDeps, readAllPages } from './readAllPages';

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
  readonly #deps: MlClientDeps;

  constructor(deps: MlClientDeps) {
    this.#deps = deps;
  }

  async list(options: {
    server: string;
    signal?: AbortSignal;
  }): Promise<KeptIntakeDecision[]> {
    return await readAllPages(this.#deps, {
      path: '/intake/decisions',
      query: { server: options.server },
      signal: options.signal,
    });
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
