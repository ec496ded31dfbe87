import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { ResponseError, stringifyError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  MlPortalModelsService,
  PORTAL_MODEL_PROVIDER,
  toPortalModel,
} from '@understudy/plugin-ml-node';
import { createHash } from 'node:crypto';

const TASK_ID = `${PORTAL_MODEL_PROVIDER}:refresh`;

/**
 * Tells the catalog of the models that the portal keeps itself. They carry no
 * location key, so that a team's YAML of the same name takes their place.
 */
export class PortalModelProvider implements EntityProvider {
  readonly #logger: LoggerService;
  readonly #models: MlPortalModelsService;
  readonly #scheduler: SchedulerService;
  #connection: EntityProviderConnection | undefined;
  /** What the catalog was told last; anew after each start. */
  #told = '';
  readonly #rounds: { current?: Promise<void>; next?: Promise<void> } = {};

  constructor(options: {
    logger: LoggerService;
    models: MlPortalModelsService;
    scheduler: SchedulerService;
  }) {
    this.#logger = options.logger;
    this.#models = options.models;
    this.#scheduler = options.scheduler;
  }

  getProviderName(): string {
    return PORTAL_MODEL_PROVIDER;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#scheduler.scheduleTask({
      id: TASK_ID,
      frequency: { seconds: 30 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 5 },
      // Two replicas must not tell the catalog at the same time.
      scope: 'global',
      fn: signal => this.refresh({ signal }),
    });
  }

  /**
   * Tells the catalog what has changed. Whoever asks while it is at it is
   * answered by one more round, which sees what they mean.
   */
  async refresh(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { current } = this.#rounds;
    if (!current) {
      const round = this.#tell(options).finally(() => {
        this.#rounds.current = undefined;
      });
      this.#rounds.current = round;
      return await round;
    }
    this.#rounds.next ??= current.then(() => {
      this.#rounds.next = undefined;
      return this.refresh();
    });
    return await this.#rounds.next;
  }

  /** While the `ml` backend does not answer the catalog keeps what it has. */
  async #tell(options: { signal?: AbortSignal }): Promise<void> {
    if (!this.#connection) {
      return;
    }
    let models;
    try {
      models = await this.#models.list(options);
    } catch (error) {
      const isAbsent =
        error instanceof ResponseError && error.statusCode === 404;
      this.#logger[isAbsent ? 'debug' : 'warn'](
        `The models that the portal keeps itself could not be read; the catalog keeps those it has: ${stringifyError(error)}`,
      );
      return;
    }
    const entities = models.map(model => ({ entity: toPortalModel(model) }));
    const digest = createHash('sha256')
      .update(JSON.stringify(entities))
      .digest('hex');
    if (digest === this.#told) {
      return;
    }
    await this.#connection.applyMutation({ type: 'full', entities });
    this.#told = digest;
  }
}
