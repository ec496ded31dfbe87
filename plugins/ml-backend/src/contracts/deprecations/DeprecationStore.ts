import { ContractDeprecation } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';

/** Deprecations of one subject that are shown. */
const LIST_LIMIT = 200;

/** That a version, or a field of it, will be removed. */
export interface StoredDeprecation {
  /** ULID. */
  id: string;
  contractId: string;
  subjectId: string;
  /** Version of the contract. */
  version: string;
  /** Absent where it is all of the version. */
  field?: { port: string; path: string };
  deprecation: ContractDeprecation;
}

/** Somebody who was seen to use what is deprecated. */
export interface SeenUser {
  consumerId: string;
  use: 'production' | 'training' | 'unknown';
}

interface DeprecationRow {
  id: string;
  contract_version_id: string;
  subject_id: string;
  port: string;
  path: string;
  since: string;
  remove_after: string;
  replacement: string | null;
  reason: string;
  deprecated_by: string;
}

interface UserRow {
  deprecation_id: string;
  consumer_id: string;
  use: SeenUser['use'];
  first_seen_at: string;
}

/** Keeps what was announced to go, and who used it since. */
export class DeprecationStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new DeprecationStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The latest of a subject, newest first. */
  async list(subjectId: string): Promise<StoredDeprecation[]> {
    return (await this.listOf([subjectId])).get(subjectId) ?? [];
  }

  /** As `list`, of many subjects at once. */
  async listOf(
    subjectIds: readonly string[],
  ): Promise<Map<string, StoredDeprecation[]>> {
    const deprecations = new Map<string, StoredDeprecation[]>();
    for (const batch of inBatches([...new Set(subjectIds)])) {
      const ranked = this.#knex('contract_deprecation')
        .join(
          'contract_version',
          'contract_version.id',
          'contract_deprecation.contract_version_id',
        )
        .whereIn('contract_deprecation.subject_id', batch)
        .select('contract_deprecation.*', 'contract_version.version')
        .select(
          this.#knex.raw(
            'row_number() over (partition by contract_deprecation.subject_id order by contract_deprecation.id desc) as place',
          ),
        )
        .as('ranked');
      const rows: (DeprecationRow & { version: string })[] = await this.#knex
        .from(ranked)
        .where('place', '<=', LIST_LIMIT)
        .orderBy(['subject_id', 'place']);
      for (const row of rows) {
        const known = deprecations.get(row.subject_id) ?? [];
        deprecations.set(row.subject_id, [
          ...known,
          {
            id: row.id,
            contractId: row.contract_version_id,
            subjectId: row.subject_id,
            version: row.version,
            ...(row.port !== '' && {
              field: { port: row.port, path: row.path },
            }),
            deprecation: toDeprecation(row),
          },
        ]);
      }
    }
    return deprecations;
  }

  /** Subjects that have announced something. */
  async listSubjects(): Promise<string[]> {
    return await this.#knex<DeprecationRow>('contract_deprecation')
      .distinct()
      .orderBy('subject_id')
      .pluck('subject_id');
  }

  /** Those of whole versions, by the id of the version. */
  async findOfVersions(
    contractIds: readonly string[],
  ): Promise<Map<string, ContractDeprecation>> {
    const found = new Map<string, ContractDeprecation>();
    for (const batch of inBatches(contractIds)) {
      const rows = await this.#knex<DeprecationRow>('contract_deprecation')
        .whereIn('contract_version_id', batch)
        .where({ port: '', path: '' });
      rows.forEach(row =>
        found.set(row.contract_version_id, toDeprecation(row)),
      );
    }
    return found;
  }

  /** Throws a conflict of the database where it was announced already. */
  async insert(
    trx: Knex.Transaction,
    stored: StoredDeprecation,
  ): Promise<void> {
    const { deprecation, field } = stored;
    await trx<DeprecationRow>('contract_deprecation').insert({
      id: stored.id,
      contract_version_id: stored.contractId,
      subject_id: stored.subjectId,
      port: field?.port ?? '',
      path: field?.path ?? '',
      since: deprecation.since,
      remove_after: deprecation.removeAfter,
      replacement: deprecation.replacement ?? null,
      reason: deprecation.reason,
      deprecated_by: deprecation.by,
    });
  }

  /** Who was seen to use each of some, by the id of the deprecation. */
  async readUsers(
    deprecationIds: readonly string[],
  ): Promise<Map<string, SeenUser[]>> {
    const users = new Map<string, SeenUser[]>();
    for (const batch of inBatches(deprecationIds)) {
      const rows = await this.#knex<UserRow>('contract_deprecation_user')
        .whereIn('deprecation_id', batch)
        .orderBy(['deprecation_id', 'consumer_id']);
      for (const row of rows) {
        const known = users.get(row.deprecation_id) ?? [];
        users.set(row.deprecation_id, [
          ...known,
          { consumerId: row.consumer_id, use: row.use },
        ]);
      }
    }
    return users;
  }

  /** Notes who uses it now. Who was seen before stays as it was seen first. */
  async addUsers(
    knex: Knex,
    deprecationId: string,
    users: readonly SeenUser[],
    at: string,
  ): Promise<void> {
    for (const batch of inBatches(users, 100)) {
      await knex<UserRow>('contract_deprecation_user')
        .insert(
          batch.map(({ consumerId, use }) => ({
            deprecation_id: deprecationId,
            consumer_id: consumerId,
            use,
            first_seen_at: at,
          })),
        )
        .onConflict(['deprecation_id', 'consumer_id'])
        .ignore();
    }
  }
}

function toDeprecation(row: DeprecationRow): ContractDeprecation {
  return {
    since: row.since,
    removeAfter: row.remove_after,
    ...(row.replacement !== null && { replacement: row.replacement }),
    reason: row.reason,
    by: row.deprecated_by,
  };
}
