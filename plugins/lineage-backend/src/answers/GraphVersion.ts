import { Knex } from 'knex';
import { Sql } from '../database/Sql';
import { RecentValues } from './RecentValues';

/** How long what another backend did to the graph may go unseen by what is kept. */
const KEPT_MS = 1_000;
const AHEAD_MS = 300;

/** Which state the graph is in. It is another one after all that is done to the graph. */
export interface GraphVersion {
  current(): Promise<number>;
}

/**
 * Reads it from the database. Of PostgreSQL, which is asked over the network and has
 * many backends, that is some times a second however many ask; SQLite answers at
 * once, and is asked each time.
 */
export class StoredGraphVersion implements GraphVersion {
  readonly #sql: Sql;
  readonly #recent: RecentValues<number>;

  constructor(options: { knex: Knex; now?: () => number }) {
    this.#sql = new Sql(options.knex);
    this.#recent = new RecentValues({
      keptMs: this.#sql.isPostgres ? KEPT_MS : 0,
      aheadMs: AHEAD_MS,
      most: 1,
      ...(options.now && { now: options.now }),
    });
  }

  async current(): Promise<number> {
    return await this.#recent.get('version', async () => {
      const [row] = await this.#sql.selectOften<{
        graph_version: number | string;
      }>('select graph_version from drain where id = 1');
      return Number(row?.graph_version ?? 0);
    });
  }
}
