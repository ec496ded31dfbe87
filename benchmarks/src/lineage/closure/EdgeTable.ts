import { Knex } from 'knex';
import { Sql } from '../../../../plugins/lineage-backend/src/database/Sql';
import { settle } from '../../databases/settle';
import { migrateLineage } from '../migrateLineage';
import { Edges } from './layeredEdges';

const PRODUCTION = 1;
const OBSERVED = 1;
const ROWS_AT_ONCE = 100_000;

const REACHED = `
  with recursive reached(id) as (
    select cast(? as integer)
    union
    select e.dst from reached as r
    join edge as e on e.src = r.id and e.environment_id in (0, ${PRODUCTION})
  )`;

/** The connections in the table of the lineage backend. */
export class EdgeTable {
  readonly #knex: Knex;
  readonly #sql: Sql;

  /** Fills an empty database. */
  static async create(knex: Knex, edges: Edges): Promise<EdgeTable> {
    await migrateLineage(knex);
    await knex('environment').insert({ id: PRODUCTION, name: 'production' });
    await knex.transaction(async trx => {
      const sql = new Sql(trx);
      const { src, dst } = edges;
      for (let start = 0; start < src.length; start += ROWS_AT_ONCE) {
        const end = start + ROWS_AT_ONCE;
        await insert(sql, src.subarray(start, end), dst.subarray(start, end));
      }
    });
    await settle(knex);
    return new EdgeTable(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
    this.#sql = new Sql(knex);
  }

  /** Everything that is reached from a node, without itself. */
  async reach(root: number): Promise<number[]> {
    const rows = await this.#sql.select<{ id: number }>(
      `${REACHED} select id from reached where id <> ?`,
      root,
      root,
    );
    return rows.map(({ id }) => id);
  }

  /** How much that is: the least that the database has to do. */
  async countReached(root: number): Promise<number> {
    const [{ count }] = await this.#sql.select<{ count: number | string }>(
      `${REACHED} select count(*) - 1 as count from reached`,
      root,
    );
    return Number(count);
  }

  /** Of the connections and their indexes, and of whatever else there is. */
  async bytes(): Promise<number> {
    const [{ bytes }] = await this.#sql.select<{ bytes: number | string }>(
      this.#sql.isPostgres
        ? "select pg_total_relation_size('edge') as bytes"
        : 'select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()',
    );
    return Number(bytes);
  }

  async close(): Promise<void> {
    await this.#knex.destroy();
  }
}

async function insert(
  sql: Sql,
  src: Int32Array,
  dst: Int32Array,
): Promise<void> {
  const constants = `${PRODUCTION}, ${OBSERVED}`;
  const columns = '(src, dst, environment_id, origin)';
  if (sql.isPostgres) {
    await sql.run(
      `insert into edge ${columns}
       select src, dst, ${constants}
       from unnest(?::int[], ?::int[]) as e(src, dst)`,
      `{${src.join(',')}}`,
      `{${dst.join(',')}}`,
    );
    return;
  }
  const pairs: string[] = [];
  src.forEach((source, index) => pairs.push(`[${source},${dst[index]}]`));
  await sql.run(
    `insert into edge ${columns}
     select value ->> 0, value ->> 1, ${constants} from json_each(?)`,
    `[${pairs.join(',')}]`,
  );
}
