import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mlVersionSourcesExtensionPoint } from '@understudy/plugin-ml-node';
import { assertDevelopment } from './assertDevelopment';
import { evidenceDefinitions } from './evidence/evidenceDefinitions';
import { EvidenceSeeder } from './evidence/EvidenceSeeder';
import { sampleEvidence } from './evidence/sampleEvidence';
import { readSampleDirectory } from './readSampleDirectory';
import { readSampleInterval } from './readSampleInterval';
import { sampleRecords } from './records/sampleRecords';
import { SampleVersionSource } from './registry/SampleVersionSource';
import { sampleServers } from './registry/sampleServers';
import { HistorySeeder } from './seed/HistorySeeder';
import { RoleClient } from './seed/RoleClient';
import { sampleHistory } from './seed/sampleHistory';

/**
 * Brings the registry servers of the sample organisation to the machine
 * learning backend, so that versions can be seen and promoted on a machine
 * without a registry, and gives a new portal a history of promotions. Refuses
 * to start outside development and tests.
 */
export const mlModuleSampleRegistry = createBackendModule({
  pluginId: 'ml',
  moduleId: 'sample-registry',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        sources: mlVersionSourcesExtensionPoint,
      },
      async init({ config, discovery, lifecycle, logger, sources }) {
        assertDevelopment(process.env.NODE_ENV);
        const directory = readSampleDirectory(config);
        for (const server of sampleServers) {
          sources.addVersionSource(
            SampleVersionSource.create({
              server,
              records: sampleRecords,
              directory,
              intervalSeconds: readSampleInterval(config),
              logger,
            }),
          );
        }
        logger.warn(
          `Showing a sample registry of made-up versions; moved aliases are kept in ${directory}`,
        );
        const controller = new AbortController();
        lifecycle.addShutdownHook(() => controller.abort());
        const client = RoleClient.create({ discovery });
        if (config.getOptionalBoolean('sampleData.evidence')) {
          const seeder = EvidenceSeeder.create({ client, logger });
          lifecycle.addStartupHook(() => {
            // Not awaited, as below.
            seeder
              .run(sampleEvidence(evidenceDefinitions, sampleRecords), {
                signal: controller.signal,
              })
              .catch(error =>
                logger.error('The sample evidence failed', error),
              );
          });
        }
        if (config.getOptionalBoolean('sampleData.history')) {
          const seeder = HistorySeeder.create({ client, logger });
          lifecycle.addStartupHook(() => {
            // Not awaited: it waits for the portal, which waits for this hook.
            seeder
              .run(sampleHistory, { signal: controller.signal })
              .catch(error => logger.error('The sample history failed', error));
          });
        }
      },
    });
  },
});
