import { SchedulerService } from '@backstage/backend-plugin-api';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { SampleImporter } from './SampleImporter';

/** Imports from one sample server now and then, and whenever it is told to. */
export class SampleEntityProvider implements EntityProvider {
  readonly #importer: SampleImporter;
  readonly #intervalSeconds: number;
  readonly #scheduler: SchedulerService;
  readonly #shutdown: AbortSignal;
  #connection: EntityProviderConnection | undefined;

  static create(options: {
    importer: SampleImporter;
    intervalSeconds: number;
    scheduler: SchedulerService;
    /** Aborts when the backend shuts down. */
    shutdown: AbortSignal;
  }): SampleEntityProvider {
    return new SampleEntityProvider(options);
  }

  private constructor(
    options: Parameters<typeof SampleEntityProvider.create>[0],
  ) {
    this.#importer = options.importer;
    this.#intervalSeconds = options.intervalSeconds;
    this.#scheduler = options.scheduler;
    this.#shutdown = options.shutdown;
  }

  getProviderName(): string {
    return this.#importer.providerName;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#scheduler.scheduleTask({
      id: `${this.#importer.providerName}:refresh`,
      // What was imported last is kept in memory.
      scope: 'local',
      // Teams and models of the sample arrive one by one in a new portal.
      frequency: { seconds: this.#intervalSeconds },
      timeout: { minutes: 5 },
      fn: signal => this.#importer.run({ connection, signal }),
    });
  }

  /** Imports anew if something was decided about records of this server. */
  onDecided(server: string): void {
    if (server === this.#importer.id && this.#connection) {
      // Not awaited: whoever announced the decision waits for its subscribers.
      this.#importer.run({
        connection: this.#connection,
        signal: this.#shutdown,
      });
    }
  }
}
