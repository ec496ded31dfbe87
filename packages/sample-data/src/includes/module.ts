import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { assertDevelopment } from '../assertDevelopment';
import { readInclude } from './readInclude';

/**
 * Lets entities of the sample organisation include files beside them with
 * `$yaml`. Refuses to start outside development and tests.
 */
export const catalogModuleSampleIncludes = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'sample-includes',
  register(reg) {
    reg.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        assertDevelopment(process.env.NODE_ENV);
        processing.addPlaceholderResolver('yaml', readInclude);
      },
    });
  },
});
