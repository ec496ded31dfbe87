import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  mlIntakeDecisionsServiceRef,
  readCatalogKnowledge,
  shareRunning,
  subscribeToIntake,
} from '@understudy/plugin-ml-node';
import { assertDevelopment } from '../assertDevelopment';
import { readSampleInterval } from '../readSampleInterval';
import { sampleRecords } from '../records/sampleRecords';
import { sampleServers } from '../registry/sampleServers';
import { SampleEntityProvider } from './SampleEntityProvider';
import { SampleImporter } from './SampleImporter';

/**
 * Imports the records of the sample servers that no team has described into the
 * catalog, so that the intake has something to show on a machine without a
 * registry. Refuses to start outside development and tests.
 */
export const catalogModuleSampleImport = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'sample-import',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        decisions: mlIntakeDecisionsServiceRef,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({
        auth,
        catalog,
        config,
        events,
        lifecycle,
        processing,
        scheduler,
        ...services
      }) {
        assertDevelopment(process.env.NODE_ENV);
        const shutdown = new AbortController();
        lifecycle.addShutdownHook(() => shutdown.abort());
        const readCatalog = shareRunning(() =>
          readCatalogKnowledge({ auth, catalog, signal: shutdown.signal }),
        );
        const providers = sampleServers.map(server =>
          SampleEntityProvider.create({
            importer: SampleImporter.create({
              ...services,
              readCatalog,
              server,
              records: sampleRecords,
            }),
            intervalSeconds: readSampleInterval(config),
            scheduler,
            shutdown: shutdown.signal,
          }),
        );
        processing.addEntityProvider(providers);
        await subscribeToIntake({
          events,
          id: 'sample-import',
          onDecided: async server => {
            providers.forEach(provider => provider.onDecided(server));
          },
        });
      },
    });
  },
});
