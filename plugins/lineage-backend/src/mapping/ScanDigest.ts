import { Knex } from 'knex';

/** What the names in the database were last made from, the same for all replicas. */
export class ScanDigest {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Whether the names in the database were made from this. */
  async isCurrent(digest: string): Promise<boolean> {
    const row = await this.#knex('name_scan').where({ id: 1, digest }).first();
    return row !== undefined;
  }

  /**
   * Notes what the names are made from once they are written. Whoever is killed
   * halfway leaves no digest, and the next scan writes all that is missing.
   */
  async during<T>(digest: string, write: () => Promise<T>): Promise<T> {
    await this.#knex('name_scan').where({ id: 1 }).update({ digest: null });
    const result = await write();
    await this.#knex('name_scan').where({ id: 1 }).update({ digest });
    return result;
  }
}
