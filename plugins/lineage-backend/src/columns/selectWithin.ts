import { LineageSide } from '@understudy/plugin-lineage-common';
import { Sql } from '../database/Sql';
import { bindIds } from '../graph/sql/idList';
import { withAsked } from './askedColumns';
import { columnKeyOf } from './writeColumns';

/** A field, and one that it is connected with because both are of one dataset. */
export interface WithinRow {
  id: number;
  other: number;
}

/**
 * What decides over a dataset as a whole decides over each of its fields. Upstream
 * of fields: their datasets as a whole, where something decides over these.
 * Downstream of datasets as a whole: those of their fields that others are made
 * from; the rest says nothing that the whole does not.
 */
export async function selectWithin(
  sql: Sql,
  ids: readonly number[],
  { side, most }: { side: LineageSide; most: number },
): Promise<WithinRow[]> {
  const [isFrom, isTo, end] =
    side === 'upstream' ? ['<>', '=', 'dst'] : ['=', '<>', 'src'];
  // Fields of one name are one field, which the least id of all of them stands for.
  return await sql.select<WithinRow>(
    `${withAsked(sql)}, places as (
       select a.id, a.node as place from asked as a where a.key ${isFrom} ?
       union all
       select a.id, m.id as place from asked as a
       join node as m on m.canonical_id = a.node and m.root_id is null
       where a.key ${isFrom} ?
     )
     select p.id, min(s.id) as other
     from places as p
     join dataset_column as s on s.node_id = p.place and s.key ${isTo} ?
     group by p.id, s.key
     having max(case when exists (
       select 1 from column_edge as e where e.${end} = s.id
     ) then 1 else 0 end) = 1
     limit ?`,
    bindIds(sql, ids),
    ...Array.from({ length: 3 }, () => columnKeyOf('')),
    most,
  );
}
