import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { catalogModuleSampleImport } from './import/module';
import { catalogModuleSampleIncludes } from './includes/module';
import { lineageModuleSampleEvents } from './lineage/module';
import { mlModuleSampleRegistry } from './module';

/**
 * Everything of the sample organisation that runs in a backend: its registry
 * servers, their import into the catalog, what its entities include, and the
 * events of its jobs. Refuses to start outside development and tests.
 *
 * @public
 */
export const sampleData = createBackendFeatureLoader({
  loader: () => [
    mlModuleSampleRegistry,
    catalogModuleSampleImport,
    catalogModuleSampleIncludes,
    lineageModuleSampleEvents,
  ],
});
