import { Knex } from 'knex';

/** The last good text of a policy file, and how the last read went. */
export interface StoredPolicyDocument {
  target: string;
  document?: string;
  digest?: string;
  loadedAt?: string;
  checkedAt: string;
  error?: string;
}

interface PolicyDocumentRow {
  target: string;
  document: string | null;
  digest: string | null;
  loaded_at: string | null;
  checked_at: string;
  error: string | null;
}

/**
 * Keeps the last good text of each policy file, so that a bad edit, a restart
 * and a second replica all see the same policies.
 */
export class DatabasePolicyStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new DatabasePolicyStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find(targets: readonly string[]): Promise<StoredPolicyDocument[]> {
    const rows = await this.#knex<PolicyDocumentRow>('policy_document').whereIn(
      'target',
      [...targets],
    );
    return rows.map(row => ({
      target: row.target,
      ...(row.document === null ? {} : { document: row.document }),
      ...(row.digest === null ? {} : { digest: row.digest }),
      ...(row.loaded_at === null ? {} : { loadedAt: row.loaded_at }),
      checkedAt: row.checked_at,
      ...(row.error === null ? {} : { error: row.error }),
    }));
  }

  /**
   * Stores a good text. When it differs from the one before, `onChange` runs
   * in the same transaction, once among all replicas.
   */
  async saveGood(options: {
    target: string;
    document: string;
    digest: string;
    at: string;
    onChange: (
      trx: Knex.Transaction,
      previousDigest: string | undefined,
    ) => Promise<void>;
  }): Promise<void> {
    const { target, document, digest, at, onChange } = options;
    await this.#knex.transaction(async trx => {
      await trx<PolicyDocumentRow>('policy_document')
        .insert({ target, checked_at: at })
        .onConflict('target')
        .ignore();
      const row = await trx<PolicyDocumentRow>('policy_document')
        .where({ target })
        .forUpdate()
        .first();
      if (row?.digest === digest) {
        await trx<PolicyDocumentRow>('policy_document')
          .where({ target })
          .update({ checked_at: at, error: null });
        return;
      }
      await trx<PolicyDocumentRow>('policy_document').where({ target }).update({
        document,
        digest,
        loaded_at: at,
        checked_at: at,
        error: null,
      });
      await onChange(trx, row?.digest ?? undefined);
    });
  }

  /** Notes why a text could not be used. Answers whether that is news. */
  async saveFault(options: {
    target: string;
    error: string;
    at: string;
  }): Promise<{ isNew: boolean }> {
    const { target, error, at } = options;
    const [before] = await this.find([target]);
    await this.#knex<PolicyDocumentRow>('policy_document')
      .insert({ target, checked_at: at, error })
      .onConflict('target')
      .merge(['checked_at', 'error']);
    return { isNew: before?.error !== error };
  }
}
