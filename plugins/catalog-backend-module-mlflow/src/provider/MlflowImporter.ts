import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import {
  CatalogService,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { eachMlflowRecord, MlflowClient } from '@understudy/mlflow-client';
import { KeptIntakeDecision } from '@understudy/plugin-ml-common';
import {
  CatalogKnowledge,
  entitiesDigest,
  ImportPlan,
  ListedRecord,
  MlIntakeDecisionsService,
  planImport,
  readCatalogKnowledge,
  waitForIntakeDecisions,
} from '@understudy/plugin-ml-node';
import { MlflowImportConfig } from '../config/MlflowImportConfig';
import { HeldChange, ImportState } from '../state/ImportState';
import { ImportStateStore } from '../state/ImportStateStore';
import { assessLoss } from './assessLoss';

/**
 * Entities are given to the catalog again after this time although nothing
 * changed, in case somebody removed one there.
 */
const APPLY_AGAIN_AFTER_MS = 24 * 60 * 60_000;

/** What an import would do now, and what it goes by. */
export interface PreparedImport {
  plan: ImportPlan;
  catalog: CatalogKnowledge;
  held?: Omit<HeldChange, 'since'>;
}

type Sleep = Parameters<typeof waitForIntakeDecisions>[1]['sleep'];

/**
 * Imports the records of one MLflow server into the catalog. A read that
 * fails at any point changes nothing but the note that it failed.
 */
export class MlflowImporter {
  readonly config: MlflowImportConfig;
  readonly providerName: string;
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #client: MlflowClient;
  readonly #decisions: MlIntakeDecisionsService;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #sleep: Sleep;
  readonly #state: ImportStateStore;

  static create(options: {
    config: MlflowImportConfig;
    auth: AuthService;
    catalog: CatalogService;
    decisions: MlIntakeDecisionsService;
    logger: LoggerService;
    state: ImportStateStore;
    client?: MlflowClient;
    now?: () => Date;
    sleep?: Sleep;
  }): MlflowImporter {
    return new MlflowImporter(options);
  }

  private constructor(options: Parameters<typeof MlflowImporter.create>[0]) {
    this.config = options.config;
    // Entities in the catalog are keyed by this name: it must never change.
    this.providerName = `MlflowEntityProvider:${options.config.server.id}`;
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#client = options.client ?? MlflowClient.create(options.config.server);
    this.#decisions = options.decisions;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
    this.#sleep = options.sleep;
    this.#state = options.state;
  }

  get id(): string {
    return this.config.server.id;
  }

  /**
   * Imports, and again as long as somebody asks for it meanwhile: what they ask
   * for may have happened after it was looked for. Does not throw: what went
   * wrong is in the state and in the log.
   */
  async run(options: {
    connection: EntityProviderConnection;
    signal?: AbortSignal;
  }): Promise<void> {
    do {
      await this.#runOnce(options);
    } while (
      !options.signal?.aborted &&
      (await this.#state.isRequested(this.id))
    );
  }

  /** Reads everything and writes nothing. */
  async prepare(options: { signal?: AbortSignal }): Promise<PreparedImport> {
    return await this.#prepare({
      ...options,
      decisions: await this.#readDecisions(() =>
        this.#decisions.list({ server: this.id, ...options }),
      ),
    });
  }

  async #runOnce(options: {
    connection: EntityProviderConnection;
    signal?: AbortSignal;
  }): Promise<void> {
    const { connection, signal } = options;
    try {
      await this.#state.noteStarted(this.id);
      const { plan, held } = await this.#prepare({
        signal,
        decisions: await this.#readDecisions(() =>
          waitForIntakeDecisions(this.#decisions, {
            server: this.id,
            signal,
            sleep: this.#sleep,
          }),
        ),
      });
      const state = await this.#state.read(this.id);
      if (held && held.fingerprint !== state.releasedFingerprint) {
        this.#logger.warn(
          `The import from "${this.id}" is held: it would go from ${held.before} to ${held.after} records`,
        );
        await this.#state.noteHeld(this.id, held);
        return;
      }
      signal?.throwIfAborted();
      await this.#apply(plan, state, connection);
    } catch (error) {
      const problem = signal?.aborted
        ? 'The import was stopped before it reached the end'
        : stringifyError(error);
      this.#logger.warn(`The import from "${this.id}" failed: ${problem}`);
      await this.#state.noteFailure(this.id, problem);
    }
  }

  async #prepare(options: {
    decisions: KeptIntakeDecision[];
    signal?: AbortSignal;
  }): Promise<PreparedImport> {
    const { decisions, signal } = options;
    const read: ListedRecord[] = [];
    const records = eachMlflowRecord(this.#client, { signal });
    for await (const { kind, model } of records) {
      const { name, description, tags } = model;
      read.push({ kind, name, description, tags });
    }
    const catalog = await readCatalogKnowledge({
      auth: this.#auth,
      catalog: this.#catalog,
      signal,
    });
    const plan = planImport({
      rules: this.config.rules,
      providerName: this.providerName,
      read,
      known: await this.#state.readRecords(this.id),
      catalog,
      decisions,
      now: this.#now(),
    });
    const held = assessLoss(plan, this.config.holdAbovePercent);
    return { plan, catalog, held };
  }

  /** Without them the import would undo what people decided. */
  async #readDecisions(
    read: () => Promise<KeptIntakeDecision[]>,
  ): Promise<KeptIntakeDecision[]> {
    if (!this.config.intake) {
      return [];
    }
    try {
      return await read();
    } catch (error) {
      throw new ServiceUnavailableError(
        `What was decided in the intake cannot be read; where there is no ml backend, set catalog.providers.mlflow.${this.id}.intake to false`,
        error,
      );
    }
  }

  async #apply(
    plan: ImportPlan,
    state: ImportState,
    connection: EntityProviderConnection,
  ): Promise<void> {
    const digest = entitiesDigest(plan.models);
    const age = this.#now().getTime() - Date.parse(state.appliedAt ?? '');
    const applied =
      digest !== state.entitiesDigest || !(age < APPLY_AGAIN_AFTER_MS);
    if (applied) {
      await connection.applyMutation({
        type: 'full',
        // Without a location key, so that a team's YAML may take over.
        entities: plan.models.map(({ entity }) => ({ entity })),
      });
      this.#logger.info(
        `Imported ${plan.models.length} models from "${this.id}"`,
      );
    }
    await this.#state.noteSuccess(this.id, {
      records: plan.records,
      counts: plan.counts,
      entitiesDigest: digest,
      applied,
    });
  }
}
