import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import {
  catalogProcessingExtensionPoint,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { ProcessingMeter } from './ProcessingMeter';

/** A catalog in this process, with what only a benchmark may touch. */
export interface RunningCatalog {
  knex: Knex;
  meter: ProcessingMeter;
  /** Gives entities to the catalog, and takes them away again. */
  provider: EntityProviderConnection;
  stop(): Promise<void>;
}

export const PROVIDER_NAME = 'understudy-benchmark';

/**
 * Starts the real catalog with our module, and one entity provider.
 *
 * @param options.database - `backend.database` of a portal's configuration
 */
export async function startCatalog(options: {
  database: JsonObject;
  port: number;
}): Promise<RunningCatalog> {
  const { database, port } = options;
  let connected: (provider: EntityProviderConnection) => void;
  const provider = new Promise<EntityProviderConnection>(resolve => {
    connected = resolve;
  });
  let opened: (knex: Knex) => void;
  const knex = new Promise<Knex>(resolve => {
    opened = resolve;
  });

  const meter = new ProcessingMeter();
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(catalogConfig(database, port)),
    }),
  );
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@understudy/plugin-catalog-backend-module-ml'));
  backend.add(
    createBackendModule({
      pluginId: 'catalog',
      moduleId: 'benchmark',
      register(reg) {
        reg.registerInit({
          deps: {
            database: coreServices.database,
            processing: catalogProcessingExtensionPoint,
          },
          async init(deps) {
            opened(await deps.database.getClient());
            deps.processing.addProcessor(meter);
            deps.processing.addEntityProvider({
              getProviderName: () => PROVIDER_NAME,
              connect: async connection => connected(connection),
            });
          },
        });
      },
    }),
  );
  await backend.start();
  return {
    knex: await knex,
    meter,
    provider: await provider,
    stop: () => backend.stop(),
  };
}

function catalogConfig(database: JsonObject, port: number): JsonObject {
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    app: { baseUrl },
    backend: { baseUrl, listen: { host: '127.0.0.1', port }, database },
    catalog: {
      rules: [
        { allow: ['Component', 'Model', 'FeatureView', 'Feature', 'Dataset'] },
      ],
      understudy: { emitFeatures: 'all' },
      // Nothing comes back by itself while something else is measured.
      processingInterval: { hours: 24 },
      // The catalog sleeps that long whenever it has caught up; it is work that is measured.
      stitchingStrategy: { pollingInterval: { milliseconds: 10 } },
    },
    ml: { registries: { 'eu-prod': { type: 'sample' } } },
  };
}
