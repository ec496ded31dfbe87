import { Sql } from '../../database/Sql';

const PAGE = 2000;

/** Notes at runs, and at the connections they made, what those fold into now. */
export async function moveRunRoots(
  underLock: <T>(work: (sql: Sql) => Promise<T>) => Promise<T | undefined>,
): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const from: string = after;
    after = await underLock(sql => movePage(sql, from));
  }
}

/** @returns the last run, unless it was the last of all. */
async function movePage(sql: Sql, after: string): Promise<string | undefined> {
  const runs = await sql.select<{ id: string }>(
    'select id from run where id > ? order by id limit ?',
    after,
    PAGE,
  );
  const rows = JSON.stringify(runs);
  const from = sql.rowsOf('r', { id: 'text' });
  const rootOf = (column: string) =>
    `(select coalesce(n.root_id, n.id) from node as n where n.id = ${column})`;
  await sql.run(
    `update run set job_root = ${rootOf('run.job_id')} from ${from}
     where run.id = r.id and run.job_id is not null and run.job_root <> ${rootOf('run.job_id')}`,
    rows,
  );
  for (const end of ['src', 'dst']) {
    await sql.run(
      `update run_edge set ${end}_root = ${rootOf(`run_edge.${end}`)} from ${from}
       where run_edge.run_id = r.id and run_edge.${end}_root <> ${rootOf(`run_edge.${end}`)}`,
      rows,
    );
  }
  return runs.length === PAGE ? runs[PAGE - 1].id : undefined;
}
