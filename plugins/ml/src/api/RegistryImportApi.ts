import { createApiRef } from '@backstage/core-plugin-api';
import { ImportPreview, RegistryImport } from '@understudy/plugin-ml-common';

/**
 * The import of models from registries into the catalog. It is served by a
 * module of the catalog, which a portal may do without.
 *
 * @public
 */
export interface RegistryImportApi {
  /** Empty where the catalog has no such module. */
  listImports(): Promise<RegistryImport[]>;
  /** What an import would do. */
  previewImport(id: string): Promise<ImportPreview>;
  /** Asks for an import soon; resolves before it is done. */
  syncImport(id: string): Promise<void>;
  /** Lets a held change through. */
  releaseImport(id: string): Promise<void>;
}

/**
 * Replace the implementation to read from elsewhere, for instance in tests.
 *
 * @public
 */
export const registryImportApiRef = createApiRef<RegistryImportApi>({
  id: 'plugin.ml.registry-import',
});
