import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  CatalogService,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  eachMlflowRecord,
  MlflowClient,
  MlflowRecord,
} from '@understudy/mlflow-client';
import {
  CatalogKnowledge,
  readCatalogKnowledge,
} from '../catalog/CatalogKnowledge';
import { MlflowImportConfig } from '../config/MlflowImportConfig';
import { entitiesDigest } from '../plan/entitiesDigest';
import { ImportPlan } from '../plan/ImportPlan';
import { planImport } from '../plan/planImport';
import { HeldChange, ImportState } from '../state/ImportState';
import { ImportStateStore } from '../state/ImportStateStore';
import { assessLoss } from './assessLoss';

/**
 * Entities are given to the catalog again after this time although nothing
 * changed, in case somebody removed one there.
 */
const APPLY_AGAIN_AFTER_MS = 24 * 60 * 60_000;

/** What an import would do now. */
export interface ImportPreview {
  plan: ImportPlan;
  catalog: CatalogKnowledge;
  held?: Omit<HeldChange, 'since'>;
}

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
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #state: ImportStateStore;

  static create(options: {
    config: MlflowImportConfig;
    auth: AuthService;
    catalog: CatalogService;
    logger: LoggerService;
    state: ImportStateStore;
    client?: MlflowClient;
    now?: () => Date;
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
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
    this.#state = options.state;
  }

  get id(): string {
    return this.config.server.id;
  }

  /** Does not throw: what went wrong is in the state and in the log. */
  async run(options: {
    connection: EntityProviderConnection;
    signal?: AbortSignal;
  }): Promise<void> {
    const { connection, signal } = options;
    try {
      await this.#state.noteStarted(this.id);
      const { plan, held } = await this.preview({ signal });
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

  /** Reads everything and writes nothing. */
  async preview(options: { signal?: AbortSignal }): Promise<ImportPreview> {
    const { signal } = options;
    const read: MlflowRecord[] = [];
    for await (const record of eachMlflowRecord(this.#client, { signal })) {
      read.push(record);
    }
    const catalog = await readCatalogKnowledge({
      auth: this.#auth,
      catalog: this.#catalog,
      signal,
    });
    const plan = planImport({
      config: this.config,
      providerName: this.providerName,
      read,
      known: await this.#state.readRecords(this.id),
      catalog,
      now: this.#now(),
    });
    const held = assessLoss(plan, this.config.holdAbovePercent);
    return { plan, catalog, held };
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
