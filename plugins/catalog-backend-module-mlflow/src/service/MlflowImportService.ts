import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ImportPreview, RegistryImport } from '@understudy/plugin-ml-common';

/** What may be done with imports. */
export interface MlflowImportService {
  list(options: {
    credentials: BackstageCredentials;
  }): Promise<RegistryImport[]>;

  preview(
    id: string,
    options: { signal?: AbortSignal; credentials: BackstageCredentials },
  ): Promise<ImportPreview>;

  /** Asks for an import soon; it is not done when this resolves. */
  sync(
    id: string,
    options: { credentials: BackstageCredentials },
  ): Promise<void>;

  /** Lets the held change through and asks for an import. */
  release(
    id: string,
    options: { credentials: BackstageCredentials },
  ): Promise<void>;
}
