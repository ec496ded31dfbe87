import { Sql } from '../../database/Sql';
import { NODE_KIND } from '../../nodes/nodeKinds';
import { Place } from '../../router/cursor';

/** A run as it is stored. */
export interface RunRow {
  id: string;
  job_id: number | null;
  state: number;
  started_at: string | null;
  ended_at: string | null;
  last_stamp: string;
  parent_run_id: string | null;
  /** JSON; missing when there is too much of it to be listed. */
  facts: string | null;
  /** What the list is ordered by. */
  place: string;
}

const MAX_FACTS_LENGTH = 1024 * 1024;
/** All columns of the table, called `r`. */
export const RUN_COLUMNS = `r.id, r.job_id, r.state, r.started_at, r.ended_at, r.last_stamp,
  r.parent_run_id, case when length(r.facts) <= ${MAX_FACTS_LENGTH} then r.facts end as facts`;

/** Of something with more names than this, not all are read. */
const MOST_BRANCHES = 400;

/** After every stamp and every id. */
const END: Place = ['~', '~'];

/**
 * Runs of the jobs that a node is, and runs that wrote the datasets that it is,
 * newest first. Every branch is read from an index and no further than needed.
 */
export async function selectRuns(
  sql: Sql,
  node: number,
  options: { after?: Place; size: number },
): Promise<RunRow[]> {
  const { after = END, size } = options;
  const members = await sql.select<{ id: number; kind: number }>(
    `select id, kind from node where id = ?
     union select id, kind from node where canonical_id = ? and root_id is null`,
    node,
    node,
  );
  const idsOf = (kind: number) =>
    members.filter(member => member.kind === kind).map(({ id }) => id);
  const own = idsOf(NODE_KIND.job).map(id => ({
    text: `select * from (
      select id as run_id, last_stamp as place from run
      where job_root = ? and last_stamp is not null and (last_stamp, id) < (?, ?)
      order by last_stamp desc, id desc limit ?
    ) own`,
    id,
  }));
  const writers = idsOf(NODE_KIND.dataset).map(id => ({
    text: `select * from (
      select run_id, last_seen as place from run_edge
      where dst_root = ? and (last_seen, run_id) < (?, ?)
      order by last_seen desc, run_id desc limit ?
    ) writer`,
    id,
  }));
  const branches = [...own, ...writers].slice(0, MOST_BRANCHES);
  if (branches.length === 0) {
    return [];
  }
  return await sql.select<RunRow>(
    `select ${RUN_COLUMNS}, p.place
     from (${branches.map(({ text }) => text).join(' union all ')}) p
     join run r on r.id = p.run_id
     where r.last_stamp is not null
     order by p.place desc, r.id desc limit ?`,
    ...branches.flatMap(({ id }) => [id, ...after, size]),
    size,
  );
}
