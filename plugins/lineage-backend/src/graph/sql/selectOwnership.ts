import { Sql } from '../../database/Sql';
import { bindIds, lookUp, withWanted } from './idList';

/** The latest ownership facet of each of some nodes, as JSON. */
export async function selectOwnership(
  sql: Sql,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const stated = (table: string) => `
    select m.shown, f.stamp, c.body from member m
    ${lookUp(sql, `${table} f`, "f.node_id = m.id and f.name = 'ownership'")}
    ${lookUp(sql, 'facet_content c', 'c.hash = f.content_hash')}`;
  const rows = await sql.selectOften<{
    shown: number;
    stamp: string;
    body: string;
  }>(
    `${withWanted(sql)}, member as (
       select w.id as shown, coalesce(n.job_id, n.id) as id from wanted w
       ${lookUp(sql, 'node n', 'n.id = w.id')}
       union
       select w.id as shown, n.id from wanted w
       ${lookUp(sql, 'node n', 'n.canonical_id = w.id and n.root_id is null')}
     )
     ${stated('facet')} union all ${stated('folded_facet')}`,
    bindIds(sql, ids),
  );
  const latest = new Map<number, { stamp: string; body: string }>();
  for (const { shown, stamp, body } of rows) {
    if ((latest.get(shown)?.stamp ?? '') < stamp) {
      latest.set(shown, { stamp, body });
    }
  }
  return new Map(Array.from(latest, ([id, { body }]) => [id, body]));
}
