import { Knex } from 'knex';
import { hash } from 'node:crypto';
import { isUnknownStatement } from './databaseErrors';

/** What the columns of a list of rows hold. */
export type ColumnType = 'int' | 'bigint' | 'text' | 'boolean';

/**
 * Statements for a whole batch, the same text every time and for both
 * databases: rows go in as one JSON text, whatever their number.
 */
export class Sql {
  readonly #knex: Knex;
  readonly isPostgres: boolean;
  /** By text. */
  readonly #names = new Map<string, string>();
  #remembers = true;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.isPostgres = knex.client.config.client === 'pg';
  }

  /**
   * For the `from` of a statement: rows of a JSON list of objects, bound to the
   * `?` in it. Put it first and `cross join` the table after it: SQLite keeps
   * that order, and would otherwise guess.
   */
  rowsOf(alias: string, columns: Record<string, ColumnType>): string {
    const entries = Object.entries(columns);
    if (this.isPostgres) {
      const types = entries.map(([name, type]) => `"${name}" ${type}`);
      return `json_to_recordset(?::json) as ${alias}(${types.join(', ')})`;
    }
    const values = entries.map(
      ([name]) => `value ->> '$.${name}' as "${name}"`,
    );
    return `(select ${values.join(', ')} from json_each(?)) as ${alias}`;
  }

  /** The rows of a `select` or `returning`. */
  async select<T>(text: string, ...bindings: Knex.Value[]): Promise<T[]> {
    const result = await this.#knex.raw(text, bindings);
    return this.isPostgres ? result.rows : result;
  }

  /**
   * As {@link Sql.select}, for statements that are asked all day: PostgreSQL plans
   * each once for a connection, which takes longer than to find a few rows. There
   * must be few texts, as it keeps them all. Not for transactions: one that meets a
   * statement it does not know is over.
   */
  async selectOften<T>(text: string, ...bindings: Knex.Value[]): Promise<T[]> {
    if (!this.isPostgres || !this.#remembers) {
      return await this.select(text, ...bindings);
    }
    const name = this.#names.get(text) ?? `lineage_${hash('sha1', text)}`;
    this.#names.set(text, name);
    try {
      const result = await this.#knex.raw(text, bindings).options({ name });
      return result.rows;
    } catch (error) {
      if (!isUnknownStatement(error)) {
        throw error;
      }
      // A pool between us and the server gives us another connection each time.
      this.#remembers = false;
      return await this.select(text, ...bindings);
    }
  }

  /** How many rows a statement without `returning` changed. */
  async run(text: string, ...bindings: Knex.Value[]): Promise<number> {
    const result = await this.#knex.raw(text, bindings);
    return this.isPostgres ? result.rowCount : result.changes;
  }
}
