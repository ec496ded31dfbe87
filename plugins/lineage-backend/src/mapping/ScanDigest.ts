import { Knex } from 'knex';

const ROW = { names: 1, relations: 2 } as const;

/** What was last read from the catalog and is in the database, the same for all replicas. */
export class ScanDigest {
  readonly #knex: Knex;
  readonly #id: number;

  constructor(options: { knex: Knex; of: keyof typeof ROW }) {
    this.#knex = options.knex;
    this.#id = ROW[options.of];
  }

  /** Whether what is in the database was made from this. */
  async isCurrent(digest: string): Promise<boolean> {
    const row = await this.#knex('name_scan')
      .where({ id: this.#id, digest })
      .first();
    return row !== undefined;
  }

  /**
   * Notes what was read once it is written. Whoever is killed
   * halfway leaves no digest, and the next scan writes all that is missing.
   */
  async during<T>(digest: string, write: () => Promise<T>): Promise<T> {
    await this.#knex('name_scan')
      .where({ id: this.#id })
      .update({ digest: null });
    const result = await write();
    await this.#knex('name_scan').where({ id: this.#id }).update({ digest });
    return result;
  }
}
