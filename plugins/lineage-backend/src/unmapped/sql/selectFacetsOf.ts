import { Sql } from '../../database/Sql';
import {
  bindIds,
  lookUp,
  lookUpIfAny,
  withWanted,
} from '../../graph/sql/idList';
import { StatedFacet } from '../../graph/shownFacets';
import { timeOfStamp } from '../../graph/times';

interface FacetRow {
  id: number;
  name: string;
  stamp: string;
  body: string | null;
}

/** Other names of a node whose facets are looked at. */
const MOST_NAMES = 20;

/**
 * Some facets of nodes, of all their names and of what folds into them: of
 * several under one name the latest.
 */
export async function selectFacetsOf(
  sql: Sql,
  ids: readonly number[],
  options: { names: readonly string[]; maxLength: number },
): Promise<Map<number, StatedFacet[]>> {
  const isNamed = `f.name in (${options.names.map(() => '?').join(', ')})`;
  const other = `n.id in (
    select id from node where canonical_id = w.id and root_id is null limit ${MOST_NAMES}
  )`;
  const rows = await sql.select<FacetRow>(
    `${withWanted(sql)}, member as (
       select w.id as shown, w.id from wanted w
       union all
       select w.id as shown, n.id from wanted w ${lookUp(sql, 'node n', other)}
     ), stated as (
       select m.shown, f.name, f.stamp, f.content_hash
       from member m ${lookUp(sql, 'facet f', `f.node_id = m.id and ${isNamed}`)}
       union all
       select m.shown, f.name, f.stamp, f.content_hash
       from member m ${lookUp(sql, 'folded_facet f', `f.node_id = m.id and ${isNamed}`)}
     ), latest as (
       select s.*, row_number() over (partition by shown, name order by stamp desc) as place
       from stated s
     )
     select l.shown as id, l.name, l.stamp,
       case when length(c.body) <= ? then c.body end as body
     from latest l
     ${lookUpIfAny(sql, 'facet_content c', 'c.hash = l.content_hash')}
     where l.place = 1`,
    bindIds(sql, ids),
    ...options.names,
    ...options.names,
    options.maxLength,
  );
  const found = new Map<number, StatedFacet[]>();
  for (const { id, name, stamp, body } of rows) {
    if (body !== null) {
      const facets = found.get(id) ?? [];
      facets.push({ name, at: timeOfStamp(stamp), value: JSON.parse(body) });
      found.set(id, facets);
    }
  }
  return found;
}
