import { Knex } from 'knex';

/** What the columns of a list of rows hold. */
export type ColumnType = 'int' | 'bigint' | 'text' | 'boolean';

/**
 * Statements for a whole batch, the same text every time and for both
 * databases: rows go in as one JSON text, whatever their number.
 */
export class Sql {
  readonly #knex: Knex;
  readonly isPostgres: boolean;

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

  /** How many rows a statement without `returning` changed. */
  async run(text: string, ...bindings: Knex.Value[]): Promise<number> {
    const result = await this.#knex.raw(text, bindings);
    return this.isPostgres ? result.rowCount : result.changes;
  }
}
