import { Sql } from '../../database/Sql';
import { Place } from '../../router/cursor';
import { RUN_COLUMNS, RunRow } from './selectRuns';

/** After every stamp and every id. */
const END: Place = ['~', '~'];

/** Runs that read a version of a node, by the time they were last seen to, newest first. */
export async function selectUsingRuns(
  sql: Sql,
  used: { node: number; version: string; from?: string; to?: string },
  options: { after?: Place; size: number },
): Promise<RunRow[]> {
  const { node, version, from = '', to = '~' } = used;
  const { after = END, size } = options;
  // A run may read several parts of one thing. The page is found before runs are
  // read: of what all of them said, most would be thrown away.
  return await sql.select<RunRow>(
    `select ${RUN_COLUMNS}, p.place
     from (
       select e.run_id, max(e.last_seen) as place
       from (
         select id from node where id = ?
         union select id from node where canonical_id = ? and root_id is null
       ) as m
       join run_edge as e on e.src_root = m.id
       where e.version = ? and e.last_seen >= ? and e.last_seen < ?
       group by e.run_id
       having (max(e.last_seen), e.run_id) < (?, ?)
       order by place desc, e.run_id desc limit ?
     ) as p
     join run as r on r.id = p.run_id
     order by p.place desc, r.id desc`,
    node,
    node,
    version,
    from,
    to,
    ...after,
    size,
  );
}
