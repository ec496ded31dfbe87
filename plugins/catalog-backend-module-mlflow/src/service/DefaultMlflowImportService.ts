import { SchedulerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { MlflowError } from '@understudy/mlflow-client';
import { ImportPreview, RegistryImport } from '@understudy/plugin-ml-common';
import { importTaskId } from '../provider/MlflowEntityProvider';
import { MlflowImporter } from '../provider/MlflowImporter';
import { ImportStateStore } from '../state/ImportStateStore';
import { MlflowImportService } from './MlflowImportService';
import { toImportPreview } from './toImportPreview';

/** Imports without any check of who asks; see the authorised one. */
export class DefaultMlflowImportService implements MlflowImportService {
  readonly #importers: ReadonlyMap<string, MlflowImporter>;
  readonly #scheduler: SchedulerService;
  readonly #state: ImportStateStore;

  static create(options: {
    importers: readonly MlflowImporter[];
    scheduler: SchedulerService;
    state: ImportStateStore;
  }): DefaultMlflowImportService {
    return new DefaultMlflowImportService(options);
  }

  private constructor(options: {
    importers: readonly MlflowImporter[];
    scheduler: SchedulerService;
    state: ImportStateStore;
  }) {
    this.#importers = new Map(options.importers.map(one => [one.id, one]));
    this.#scheduler = options.scheduler;
    this.#state = options.state;
  }

  async list(): Promise<RegistryImport[]> {
    return await Promise.all(
      [...this.#importers.values()].map(async ({ id, config }) => {
        const state = await this.#state.read(id);
        const { held } = state;
        return {
          id,
          title: config.server.title,
          uiUrl: config.server.uiUrl,
          lastAttemptAt: state.lastStartedAt,
          lastSuccessAt: state.lastSuccessAt,
          lastError: state.lastError,
          counts: state.counts,
          held: held && {
            since: held.since,
            before: held.before,
            after: held.after,
            removed: held.removed,
          },
        };
      }),
    );
  }

  async preview(
    id: string,
    options: { signal?: AbortSignal },
  ): Promise<ImportPreview> {
    const importer = this.#importer(id);
    try {
      const prepared = await importer.prepare(options);
      return toImportPreview(prepared, importer.providerName);
    } catch (error) {
      if (error instanceof MlflowError) {
        throw new ServiceUnavailableError(
          `"${id}" cannot be read: ${error.message}`,
          error,
        );
      }
      throw error;
    }
  }

  async sync(id: string): Promise<void> {
    await this.#scheduler.triggerTask(importTaskId(this.#importer(id)));
  }

  async release(id: string): Promise<void> {
    const importer = this.#importer(id);
    const { held } = await this.#state.read(id);
    if (!held) {
      throw new ConflictError(`No change of "${id}" is waiting for release`);
    }
    await this.#state.release(id, held.fingerprint);
    await this.#scheduler.triggerTask(importTaskId(importer));
  }

  #importer(id: string): MlflowImporter {
    const importer = this.#importers.get(id);
    if (!importer) {
      throw new NotFoundError(`There is no import from a server "${id}"`);
    }
    return importer;
  }
}
