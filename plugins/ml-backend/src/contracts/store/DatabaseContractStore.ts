import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import {
  ContractHeadRow,
  ContractRow,
  headColumns,
  toContractRow,
  toHead,
  toStoredContract,
} from './contractRows';
import { ContractHead, ContractLine, StoredContract } from './StoredContract';

/** Versions of one line that a check looks at, the latest first. */
const HISTORY_LIMIT = 200;
/** Labels of versions that are named beside a contract. */
const SHOWN_LABELS = 20;

/** Keeps contracts. What was active once is never written again, but for its status. */
export class DatabaseContractStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new DatabaseContractStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The latest versions of a line with their documents, newest first. */
  async readHistory(
    line: ContractLine,
    trx: Knex = this.#knex,
  ): Promise<StoredContract[]> {
    const rows: ContractRow[] = await this.#inLine(trx, line)
      .orderBy([
        { column: 'published_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(HISTORY_LIMIT);
    return rows.map(toStoredContract);
  }

  async find(
    line: ContractLine,
    version: string,
  ): Promise<StoredContract | undefined> {
    const row = await this.#inLine(this.#knex, line).where({ version }).first();
    return row && toStoredContract(row);
  }

  /** A page of what a subject offers, newest first, after a place. */
  async list(options: {
    subjectId: string;
    limit: number;
    after?: { publishedAt: string; id: string };
  }): Promise<{ items: ContractHead[]; more: boolean }> {
    const { subjectId, limit, after } = options;
    const query = this.#inLine(this.#knex, { subjectId, providerId: '' })
      .orderBy([
        { column: 'published_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (after) {
      query.whereRaw('(published_at, id) < (?, ?)', [
        after.publishedAt,
        after.id,
      ]);
    }
    const rows: ContractHeadRow[] = await query.select(...headColumns);
    return {
      items: rows.slice(0, limit).map(toHead),
      more: rows.length > limit,
    };
  }

  /**
   * What each of some subjects offers that was not observed, as a text that is
   * the same while none of it changes.
   */
  async readOffers(
    subjectIds: readonly string[],
  ): Promise<Map<string, string>> {
    const offers = new Map<string, string>();
    for (const batch of inBatches(subjectIds)) {
      const rows: {
        subject_id: string;
        status: string;
        latest: string;
        count: number | string;
      }[] = await this.#knex<ContractRow>('contract_version')
        .where({ provider_id: '' })
        .whereNot({ origin: 'lineage' })
        .whereIn('subject_id', batch)
        .groupBy('subject_id', 'status')
        .orderBy(['subject_id', 'status'])
        .select('subject_id', 'status')
        .max('id as latest')
        .count('id as count');
      for (const { subject_id: id, status, latest, count } of rows) {
        offers.set(id, `${offers.get(id) ?? ''}${status} ${latest} ${count};`);
      }
    }
    return offers;
  }

  /** Ids of those whom a subject expects something of. */
  async findProviders(subjectId: string): Promise<string[]> {
    return await this.#knex<ContractRow>('contract_version')
      .where({ subject_id: subjectId })
      .whereNot({ provider_id: '' })
      .distinct()
      .pluck('provider_id');
  }

  /** Labels of the versions that keep to each contract, and how many there are at most shown. */
  async readLabels(
    contractIds: readonly string[],
  ): Promise<Map<string, string[]>> {
    const labels = new Map<string, string[]>();
    for (const batch of inBatches(contractIds)) {
      const ranked = this.#knex('contract_subject_version as link')
        .join('version', 'version.id', 'link.version_id')
        .whereIn('link.contract_version_id', batch)
        .select('link.contract_version_id as contract', 'version.label')
        .select(
          this.#knex.raw(
            'row_number() over (partition by link.contract_version_id order by version.created_at desc, version.id desc) as place',
          ),
        )
        .as('ranked');
      const rows: { contract: string; label: string }[] = await this.#knex
        .from(ranked)
        .where('place', '<=', SHOWN_LABELS)
        .orderBy(['contract', 'place'])
        .select('contract', 'label');
      for (const { contract, label } of rows) {
        labels.set(contract, [...(labels.get(contract) ?? []), label]);
      }
    }
    return labels;
  }

  /**
   * Throws a conflict of the database when another replica was faster with the
   * same number.
   */
  async insert(trx: Knex.Transaction, stored: StoredContract): Promise<void> {
    await trx<ContractRow>('contract_version').insert(toContractRow(stored));
  }

  /** Writes over a draft. Answers false when it is no draft any more. */
  async replaceDraft(
    trx: Knex.Transaction,
    stored: StoredContract,
  ): Promise<boolean> {
    const { id, ...row } = toContractRow(stored);
    const changed = await trx<ContractRow>('contract_version')
      .where({ id, status: 'draft' })
      .update(row);
    return changed === 1;
  }

  /** Moves a status on. Answers false when somebody else did meanwhile. */
  async moveStatus(
    trx: Knex.Transaction,
    id: string,
    move: { from: ContractHead['status']; to: ContractHead['status'] },
  ): Promise<boolean> {
    const changed = await trx<ContractRow>('contract_version')
      .where({ id, status: move.from })
      .update({ status: move.to });
    return changed === 1;
  }

  #inLine(knex: Knex, line: ContractLine) {
    return knex<ContractRow>('contract_version').where({
      subject_id: line.subjectId,
      provider_id: line.providerId,
    });
  }
}
