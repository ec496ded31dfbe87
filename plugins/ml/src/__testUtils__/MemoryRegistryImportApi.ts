import { ImportPreview, RegistryImport } from '@understudy/plugin-ml-common';
import { RegistryImportApi } from '../api/RegistryImportApi';

/** The import in memory, for tests and for developing the pages alone. */
export class MemoryRegistryImportApi implements RegistryImportApi {
  imports: RegistryImport[];
  readonly #preview: ImportPreview;

  constructor(imports: RegistryImport[] = [], preview?: ImportPreview) {
    this.imports = imports;
    this.#preview = preview ?? {
      models: [],
      collisions: [],
      folded: [],
      bound: [],
      ignored: [],
      ignoredInIntake: [],
      truncated: false,
    };
  }

  async listImports(): Promise<RegistryImport[]> {
    return this.imports;
  }

  async previewImport(): Promise<ImportPreview> {
    return this.#preview;
  }

  async syncImport(): Promise<void> {}

  async releaseImport(id: string): Promise<void> {
    this.imports = this.imports.map(each =>
      each.id === id ? { ...each, held: undefined } : each,
    );
  }
}
