import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { memoryPlugin } from './memoryPlugin';
import { nothingPlugin } from './nothingPlugin';
import { permissionModuleBenchmarkPolicy } from './permissionModuleBenchmarkPolicy';

/** What the portal has for benchmarks only. */
export default createBackendFeatureLoader({
  loader: () => [permissionModuleBenchmarkPolicy, memoryPlugin, nothingPlugin],
});
