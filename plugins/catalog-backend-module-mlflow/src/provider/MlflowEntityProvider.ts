import { SchedulerService } from '@backstage/backend-plugin-api';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { MlflowImporter } from './MlflowImporter';

/** Runs the import of one MLflow server on its schedule. */
export class MlflowEntityProvider implements EntityProvider {
  readonly #importer: MlflowImporter;
  readonly #scheduler: SchedulerService;

  static create(options: {
    importer: MlflowImporter;
    scheduler: SchedulerService;
  }): MlflowEntityProvider {
    return new MlflowEntityProvider(options.importer, options.scheduler);
  }

  private constructor(importer: MlflowImporter, scheduler: SchedulerService) {
    this.#importer = importer;
    this.#scheduler = scheduler;
  }

  getProviderName(): string {
    return this.#importer.providerName;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#scheduler.scheduleTask({
      ...this.#importer.config.schedule,
      id: importTaskId(this.#importer),
      // Two replicas must not import at the same time.
      scope: 'global',
      fn: signal => this.#importer.run({ connection, signal }),
    });
  }
}

/** Id of the task that runs an import. */
export function importTaskId(importer: MlflowImporter): string {
  return `${importer.providerName}:refresh`;
}
