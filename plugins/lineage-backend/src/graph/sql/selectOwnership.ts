import { Sql } from '../../database/Sql';
import { bindIds, lookUp, lookUpIfAny, withWanted } from './idList';

/** The latest ownership facet of each of some nodes, as JSON. */
export async function selectOwnership(
  sql: Sql,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const stated = (table: string) => `
    select m.shown, f.stamp, c.body from member m
    ${lookUp(sql, `${table} f`, "f.node_id = m.id and f.name = 'ownership'")}
    ${lookUpIfAny(sql, 'facet_content c', 'c.hash = f.content_hash')}`;
  const rows = await sql.selectOften<{
    shown: number;
    stamp: string;
    /** Null: deleted. */
    body: string | null;
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
  const latest = new Map<number, { stamp: string; body: string | null }>();
  for (const { shown, stamp, body } of rows) {
    if ((latest.get(shown)?.stamp ?? '') < stamp) {
      latest.set(shown, { stamp, body });
    }
  }
  return new Map(
    [...latest].flatMap(([id, { body }]) =>
      body === null ? [] : [[id, body] as const],
    ),
  );
}
