import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { assertDevelopment } from '../assertDevelopment';
import { EventSender } from './EventSender';
import { LineageSeeder } from './LineageSeeder';
import { sampleEvents } from './sampleEvents';

/**
 * Sends the events of the sample organisation's jobs to the lineage backend,
 * where `sampleData.lineage` is on. Refuses to start outside development and
 * tests.
 */
export const lineageModuleSampleEvents = createBackendModule({
  pluginId: 'lineage',
  moduleId: 'sample-events',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ auth, config, discovery, lifecycle, logger }) {
        assertDevelopment(process.env.NODE_ENV);
        if (!config.getOptionalBoolean('sampleData.lineage')) {
          return;
        }
        const seeder = LineageSeeder.create({
          sender: EventSender.create({ auth, discovery }),
          logger,
        });
        const controller = new AbortController();
        lifecycle.addShutdownHook(() => controller.abort());
        lifecycle.addStartupHook(() => {
          // Not awaited: it waits for the portal, which waits for this hook.
          seeder
            .run(sampleEvents(new Date()), { signal: controller.signal })
            .catch(error => logger.error('The sample lineage failed', error));
        });
      },
    });
  },
});
