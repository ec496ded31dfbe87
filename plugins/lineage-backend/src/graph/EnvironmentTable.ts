import { Sql } from '../database/Sql';
import { EVERY_ENVIRONMENT } from '../nodes/environments';
import { EnvironmentIds } from './GraphStore';

/** Asks for all environments. */
export const ALL_ENVIRONMENTS = '*';

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
      return [EVERY_ENVIRONMENT, ...rows.map(({ id }) => id)];
    }
    const id = this.#ids.get(name) ?? (await this.#read(name));
    return id === undefined ? [EVERY_ENVIRONMENT] : [EVERY_ENVIRONMENT, id];
  }

  /** The names of some, by id. */
  async namesOf(ids: Iterable<number>): Promise<Map<number, string>> {
    const asked = new Set(ids);
    asked.delete(EVERY_ENVIRONMENT);
    if ([...asked].some(id => !this.#names.has(id))) {
      const rows = await this.#sql.select<{ id: number; name: string }>(
        'select id, name from environment',
      );
      this.#names = new Map(rows.map(({ id, name }) => [id, name]));
    }
    const names = new Map<number, string>();
    for (const id of asked) {
      const name = this.#names.get(id);
      if (name !== undefined) {
        names.set(id, name);
      }
    }
    return names;
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
