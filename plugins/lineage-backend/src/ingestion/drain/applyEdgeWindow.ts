import { Knex } from 'knex';
import { changeGraph } from '../../database/changeGraph';
import { Sql } from '../../database/Sql';
import { decideCurrent } from '../../nodes/decideCurrent';

const JOBS_AT_ONCE = 200;

/**
 * Decides anew what is current when the window is another than it was. Events
 * may be put into the graph meanwhile: they go by the new window already.
 */
export async function applyEdgeWindow(
  knex: Knex,
  windowMs: number,
): Promise<void> {
  const [{ edge_window_ms: before }] = await new Sql(knex).select<{
    edge_window_ms: number | string | null;
  }>('select edge_window_ms from drain where id = 1');
  if (before !== null && Number(before) === windowMs) {
    return;
  }
  let after: number | undefined = 0;
  while (after !== undefined) {
    const from: number = after;
    after = await changeGraph(
      knex,
      { wait: true },
      async sql => await applyToPage(sql, from, windowMs),
    );
  }
}

/** @returns the last job, unless it was the last of all. */
async function applyToPage(
  sql: Sql,
  after: number,
  windowMs: number,
): Promise<number | undefined> {
  const jobs = await sql.select<{ node_id: number }>(
    'select node_id from job where node_id > ? order by node_id limit ?',
    after,
    JOBS_AT_ONCE,
  );
  await decideCurrent(
    sql,
    jobs.map(({ node_id }) => node_id),
    windowMs,
  );
  if (jobs.length === JOBS_AT_ONCE) {
    return jobs[jobs.length - 1].node_id;
  }
  await sql.run('update drain set edge_window_ms = ? where id = 1', windowMs);
  return undefined;
}
