import { Sql } from '../database/Sql';
import { EnvironmentIds } from './GraphStore';

/** Asks for all environments. */
export const ALL_ENVIRONMENTS = '*';

/** What the catalog declares belongs to every environment. */
const EVERY = 0;
/** More than anybody has, and what one statement can name. */
const MOST_ENVIRONMENTS = 400;

/** Finds the ids of environments, and their names; they never change, so each is read once. */
export class EnvironmentTable {
  readonly #sql: Sql;
  readonly #ids = new Map<string, number>();
  #names: ReadonlyMap<number, string> = new Map();

  constructor(options: { sql: Sql }) {
    this.#sql = options.sql;
  }

  /**
   * Whose connections to read for an environment, or for all of them. Of one
   * that nothing was observed in, that is what the catalog declares.
   */
  async idsOf(name: string): Promise<EnvironmentIds> {
    if (name === ALL_ENVIRONMENTS) {
      const rows = await this.#sql.select<{ id: number }>(
        `select id from environment order by id limit ${MOST_ENVIRONMENTS}`,
      );
      return [EVERY, ...rows.map(({ id }) => id)];
    }
    const id = this.#ids.get(name) ?? (await this.#read(name));
    return id === undefined ? [EVERY] : [EVERY, id];
  }

  /** At least of these, by id. What is declared belongs to every one and has no name. */
  async namesOf(ids: EnvironmentIds): Promise<ReadonlyMap<number, string>> {
    if (ids.some(id => id !== EVERY && !this.#names.has(id))) {
      const rows = await this.#sql.select<{ id: number; name: string }>(
        'select id, name from environment',
      );
      this.#names = new Map(rows.map(({ id, name }) => [id, name]));
    }
    return this.#names;
  }

  async #read(name: string): Promise<number | undefined> {
    if (name.includes('\0')) {
      // PostgreSQL takes no such text, so nothing has such a name.
      return undefined;
    }
    const [row] = await this.#sql.select<{ id: number }>(
      'select id from environment where name = ?',
      name,
    );
    if (row) {
      this.#ids.set(name, row.id);
    }
    return row?.id;
  }
}
