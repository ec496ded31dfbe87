import { Knex } from 'knex';

/** What PostgreSQL answers when it gave up because of a time limit. */
const CANCELLED = '57014';

const POSTGRES = `
  with recursive followed(src, dst, depth, path) as (
    select e.src, e.dst, 1, array[e.dst] from column_edge as e where e.dst = ?
    union all
    select e.src, e.dst, f.depth + 1, f.path || e.dst
    from followed as f join column_edge as e on e.dst = f.src
    where f.depth < ? and not e.src = any(f.path)
  )
  select distinct src, dst from followed`;

/** Without `distinct`, rows come as they are found: whoever reads them can give up. */
const SQLITE = `
  with recursive followed(src, dst, depth, path) as (
    select e.src, e.dst, 1, ',' || e.dst || ','
    from column_edge as e where e.dst = ?
    union all
    select e.src, e.dst, f.depth + 1, f.path || e.dst || ','
    from followed as f join column_edge as e on e.dst = f.src
    where f.depth < ? and instr(f.path, ',' || e.src || ',') = 0
  )
  select src, dst from followed`;

/** Rows between two looks at the clock. */
const ROWS_PER_LOOK = 1_000;

interface Connection {
  src: number;
  dst: number;
}

/** As the driver has it. */
interface SqliteConnection {
  prepare(statement: string): {
    iterate(...bindings: unknown[]): IterableIterator<Connection>;
  };
}

/**
 * Fields followed as another lineage server does it: one recursive statement
 * whose rows carry the way on which they were come to, so that it does not go
 * round in circles. It has as many rows as there are ways.
 *
 * It is spared the joins with names of datasets, fields and versions, and runs
 * on the tables of the lineage backend.
 */
export class PathQuery {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The connections upstream of a field; undefined when that took too long. */
  async findWithin(
    milliseconds: number,
    query: { field: number; depth: number },
  ): Promise<Connection[] | undefined> {
    return this.#knex.client.config.client === 'pg'
      ? await this.#findInPostgres(milliseconds, query)
      : await this.#findInSqlite(milliseconds, query);
  }

  async #findInPostgres(
    milliseconds: number,
    { field, depth }: { field: number; depth: number },
  ): Promise<Connection[] | undefined> {
    return await this.#knex
      .transaction(async trx => {
        await trx.raw(`set local statement_timeout = ${milliseconds}`);
        const { rows } = await trx.raw<{ rows: Connection[] }>(POSTGRES, [
          field,
          depth,
        ]);
        return rows;
      })
      .catch(error => {
        if (error.code === CANCELLED) {
          return undefined;
        }
        throw error;
      });
  }

  async #findInSqlite(
    milliseconds: number,
    { field, depth }: { field: number; depth: number },
  ): Promise<Connection[] | undefined> {
    const connection: SqliteConnection =
      await this.#knex.client.acquireConnection();
    try {
      const deadline = performance.now() + milliseconds;
      const found = new Map<string, Connection>();
      let rows = 0;
      const statement = connection.prepare(SQLITE);
      for (const row of statement.iterate(field, depth)) {
        found.set(`${row.src} ${row.dst}`, row);
        rows += 1;
        if (rows % ROWS_PER_LOOK === 0 && performance.now() > deadline) {
          return undefined;
        }
      }
      return [...found.values()];
    } finally {
      await this.#knex.client.releaseConnection(connection);
    }
  }
}
