import { Sql } from '../database/Sql';
import { ORIGIN, Pair } from './claims';
import { later } from './seenTimes';
import { startOfWindow } from './startOfWindow';
import { writeEdges } from './writeEdges';

/**
 * Decides anew which connections of some jobs are current, by the time of the
 * latest event of each and of all that folds into it.
 *
 * @param windowMs - the one in force when it is left out.
 */
export async function decideCurrent(
  sql: Sql,
  jobs: readonly number[],
  windowMs?: number,
): Promise<void> {
  const window = windowMs ?? (await readWindow(sql));
  if (window === undefined || jobs.length === 0) {
    return;
  }
  const rows = await sql.select<{
    node_id: number;
    latest: string | null;
    folded_latest: string | null;
  }>(
    `select j.node_id, j.latest, j.folded_latest
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join job as j where j.node_id = r.id`,
    JSON.stringify(jobs.map(id => ({ id }))),
  );
  const starts = rows.flatMap(({ node_id: id, latest, folded_latest }) => {
    const last = later(latest, folded_latest);
    return last === null ? [] : [{ id, start: startOfWindow(last, window) }];
  });
  const changed = await sql.select<{
    canonical_src: number;
    canonical_dst: number;
  }>(
    `update claim set current = (claim.last_seen >= r.start)
     from ${sql.rowsOf('r', { id: 'int', start: 'text' })}
     where claim.claimant_root = r.id and claim.origin = ${ORIGIN.observed}
       and claim.current <> (claim.last_seen >= r.start)
     returning canonical_src, canonical_dst`,
    JSON.stringify(starts),
  );
  await writeEdges(
    sql,
    changed.map((row): Pair => [row.canonical_src, row.canonical_dst]),
  );
}

/** Missing until it is applied for the first time, to everything. */
async function readWindow(sql: Sql): Promise<number | undefined> {
  const [{ edge_window_ms: window }] = await sql.select<{
    edge_window_ms: number | string | null;
  }>('select edge_window_ms from drain where id = 1');
  return window === null ? undefined : Number(window);
}
