import { RegistryImportCounts } from '@understudy/plugin-ml-common';
import { KnownRecord } from '@understudy/plugin-ml-node';
import { Knex } from 'knex';
import { HeldChange, ImportState } from './ImportState';
import { fromRecordRow, RecordRow, toRecordRow } from './recordRow';

interface ProviderRow {
  id: string;
  last_started_at: string | null;
  last_finished_at: string | null;
  last_success_at: string | null;
  last_error: string | null;
  counts: string | null;
  entities_digest: string | null;
  applied_at: string | null;
  held: string | null;
  released_fingerprint: string | null;
  requested_at: string | null;
}

const MAX_ERROR_LENGTH = 2000;
const BATCH_SIZE = 100;

/** Keeps how imports stand, and the records they know. */
export class ImportStateStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  static create(options: { knex: Knex; now?: () => Date }): ImportStateStore {
    return new ImportStateStore(
      options.knex,
      options.now ?? (() => new Date()),
    );
  }

  private constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  async read(id: string): Promise<ImportState> {
    const row = await this.#providers().where({ id }).first();
    return row ? toState(row) : {};
  }

  async readRecords(id: string): Promise<KnownRecord[]> {
    const rows = await this.#knex<RecordRow>('understudy_mlflow_record').where({
      provider: id,
    });
    return rows.map(fromRecordRow);
  }

  /** Notes that an import begins, with which whatever was asked for is met. */
  async noteStarted(id: string): Promise<void> {
    await this.#update(id, {
      last_started_at: this.#nowText(),
      requested_at: null,
    });
  }

  /** Asks for an import that begins after this, whichever replica does it. */
  async request(id: string): Promise<void> {
    await this.#update(id, { requested_at: this.#nowText() });
  }

  /** Whether an import was asked for after the last one began. */
  async isRequested(id: string): Promise<boolean> {
    const row = await this.#providers().where({ id }).first('requested_at');
    return Boolean(row?.requested_at);
  }

  /** Leaves everything that is known as it is. */
  async noteFailure(id: string, problem: string): Promise<void> {
    await this.#update(id, {
      last_finished_at: this.#nowText(),
      last_error: problem.slice(0, MAX_ERROR_LENGTH),
    });
  }

  /** The read succeeded, but its result waits; keeps since when. */
  async noteHeld(id: string, change: Omit<HeldChange, 'since'>): Promise<void> {
    const { held } = await this.read(id);
    const since =
      held?.fingerprint === change.fingerprint ? held.since : this.#nowText();
    await this.#update(id, {
      last_finished_at: this.#nowText(),
      last_error: null,
      held: JSON.stringify({ ...change, since }),
    });
  }

  /** Lets a held change through at the next import. */
  async release(id: string, fingerprint: string): Promise<void> {
    await this.#update(id, { released_fingerprint: fingerprint });
  }

  /** Writes the result of an import, in one transaction. */
  async noteSuccess(
    id: string,
    result: {
      records: readonly KnownRecord[];
      counts: RegistryImportCounts;
      entitiesDigest: string;
      /** Whether the entities were given to the catalog. */
      applied: boolean;
    },
  ): Promise<void> {
    const now = this.#nowText();
    const known = new Map(
      (await this.readRecords(id)).map(record => [record.name, record]),
    );
    const changed = result.records
      .map(record => toRecordRow(id, record))
      .filter(row => {
        const before = known.get(row.name);
        return (
          !before ||
          JSON.stringify(toRecordRow(id, before)) !== JSON.stringify(row)
        );
      });
    await this.#knex.transaction(async tx => {
      for (let start = 0; start < changed.length; start += BATCH_SIZE) {
        await tx('understudy_mlflow_record')
          .insert(changed.slice(start, start + BATCH_SIZE))
          .onConflict(['provider', 'name'])
          .merge();
      }
      await this.#update(
        id,
        {
          last_finished_at: now,
          last_success_at: now,
          last_error: null,
          counts: JSON.stringify(result.counts),
          entities_digest: result.entitiesDigest,
          held: null,
          released_fingerprint: null,
          ...(result.applied && { applied_at: now }),
        },
        tx,
      );
    });
  }

  async #update(
    id: string,
    change: Partial<ProviderRow>,
    knex: Knex = this.#knex,
  ): Promise<void> {
    await this.#providers(knex)
      .insert({ id, ...change })
      .onConflict('id')
      .merge(change);
  }

  #providers(knex: Knex = this.#knex) {
    return knex<ProviderRow>('understudy_mlflow_provider');
  }

  #nowText(): string {
    return this.#now().toISOString();
  }
}

function toState(row: ProviderRow): ImportState {
  return {
    lastStartedAt: row.last_started_at ?? undefined,
    lastFinishedAt: row.last_finished_at ?? undefined,
    lastSuccessAt: row.last_success_at ?? undefined,
    lastError: row.last_error ?? undefined,
    counts: row.counts ? JSON.parse(row.counts) : undefined,
    entitiesDigest: row.entities_digest ?? undefined,
    appliedAt: row.applied_at ?? undefined,
    held: row.held ? JSON.parse(row.held) : undefined,
    releasedFingerprint: row.released_fingerprint ?? undefined,
  };
}
