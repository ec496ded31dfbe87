import { Knex } from 'knex';
import { Sql } from './Sql';

/**
 * A transaction with the right to change the graph, which one has at a time over
 * all replicas. It goes with the connection of whoever has it. SQLite has one
 * connection, so being in a transaction is enough.
 *
 * @returns what the work gives; undefined, without doing it, when somebody else
 * is at it and `wait` is not set.
 */
export async function changeGraph<T>(
  knex: Knex,
  options: {
    wait: boolean;
    /** Whether the work changed anything; it did when missing. */
    isChange?: (result: T) => boolean;
  },
  work: (sql: Sql) => Promise<T>,
): Promise<T | undefined> {
  return await knex.transaction(async trx => {
    const sql = new Sql(trx);
    if (sql.isPostgres) {
      const locked = await sql.select(
        options.wait
          ? 'select id from drain where id = 1 for update'
          : 'select id from drain where id = 1 for update skip locked',
      );
      return locked.length > 0
        ? await workAndCount(sql, options, work)
        : undefined;
    }
    const result = await workAndCount(sql, options, work);
    // When another process reads the file, the commit can fail. knex would then
    // leave the connection within the transaction, and what others write next
    // would be lost with it. Failing here has it rolled back.
    await sql.run('commit');
    await sql.run('begin');
    return result;
  });
}

/** What is kept of the graph goes by the number of what was done to it. */
async function workAndCount<T>(
  sql: Sql,
  { isChange }: { isChange?: (result: T) => boolean },
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  const result = await work(sql);
  if (isChange?.(result) !== false) {
    await sql.run(
      'update drain set graph_version = graph_version + 1 where id = 1',
    );
  }
  return result;
}
