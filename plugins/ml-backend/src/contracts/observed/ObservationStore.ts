import { LineageObservedSchema } from '@understudy/plugin-lineage-common';
import { ContractObservation } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';

/** The schema that the data of a subject was last observed to have. */
export type Observation = LineageObservedSchema;

/** How far lineage was read. */
export interface FeedState {
  cursor?: string;
  /** ISO 8601: when lineage last answered. */
  readAt?: string;
  /** ISO 8601: since when it does not answer. Absent while it does. */
  failedAt?: string;
}

interface ObservationRow {
  subject_id: string;
  digest: string;
  document: string;
  read_at: string;
}

interface FeedRow {
  id: number;
  cursor: string | null;
  read_at: string | null;
  failed_at: string | null;
}

/** Remembers what lineage said of schemas, and how far it was asked. */
export class ObservationStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  static create(options: { knex: Knex; now?: () => Date }) {
    return new ObservationStore(
      options.knex,
      options.now ?? (() => new Date()),
    );
  }

  private constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  async readFeed(): Promise<FeedState> {
    const row = await this.#knex<FeedRow>('contract_observation_feed')
      .where({ id: 1 })
      .first();
    return {
      ...(row?.cursor && { cursor: row.cursor }),
      ...(row?.read_at && { readAt: row.read_at }),
      ...(row?.failed_at && { failedAt: row.failed_at }),
    };
  }

  /** Writes what a page said: by subject what is observed, or that nothing is any more. */
  async writePage(
    observed: ReadonlyMap<string, Observation | undefined>,
    cursor: string | undefined,
  ): Promise<void> {
    const at = this.#now().toISOString();
    await this.#knex.transaction(async trx => {
      for (const batch of inBatches([...observed])) {
        const gone = batch.flatMap(([id, seen]) => (seen ? [] : [id]));
        const rows = batch.flatMap(([id, seen]) =>
          seen ? [toRow(id, seen, at)] : [],
        );
        await trx('contract_observation').whereIn('subject_id', gone).delete();
        if (rows.length > 0) {
          await trx<ObservationRow>('contract_observation')
            .insert(rows)
            .onConflict('subject_id')
            .merge();
        }
      }
      await trx<FeedRow>('contract_observation_feed')
        .where({ id: 1 })
        .update({ cursor: cursor ?? null, read_at: at, failed_at: null });
    });
  }

  /** Notes that lineage does not answer, unless it is noted already. */
  async noteFailure(): Promise<void> {
    await this.#knex<FeedRow>('contract_observation_feed')
      .where({ id: 1, failed_at: null })
      .update({ failed_at: this.#now().toISOString() });
  }

  /** What is observed of some subjects: digests by id. */
  async readDigests(
    subjectIds: readonly string[],
  ): Promise<Map<string, string>> {
    const digests = new Map<string, string>();
    for (const batch of inBatches(subjectIds)) {
      const rows = await this.#knex<ObservationRow>('contract_observation')
        .whereIn('subject_id', batch)
        .select('subject_id', 'digest');
      for (const row of rows) {
        digests.set(row.subject_id, row.digest);
      }
    }
    return digests;
  }

  /** What is shown of it, with how old it may be. */
  async describe(subjectId: string): Promise<ContractObservation | undefined> {
    const found = await this.find(subjectId);
    if (!found) {
      return undefined;
    }
    const { namespace, name, environment, observedAt } = found;
    const { failedAt } = await this.readFeed();
    return {
      namespace,
      name,
      environment,
      observedAt,
      ...(failedAt !== undefined && { staleSince: failedAt }),
    };
  }

  async find(subjectId: string): Promise<Observation | undefined> {
    const row = await this.#knex<ObservationRow>('contract_observation')
      .where({ subject_id: subjectId })
      .first();
    return row && JSON.parse(row.document);
  }
}

function toRow(
  subjectId: string,
  observed: Observation,
  at: string,
): ObservationRow {
  return {
    subject_id: subjectId,
    // Another table with the same schema is worth no second look.
    digest: observed.digest,
    document: JSON.stringify(observed),
    read_at: at,
  };
}
