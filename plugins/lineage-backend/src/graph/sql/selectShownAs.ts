import { Sql } from '../../database/Sql';

/** The keys of a node, and of its output when a job is meant as the maker of it. */
export interface AskedKeys {
  key: string;
  output: string | null;
}

/** The nodes that names are shown as; what is not known is left out. */
export async function selectShownAs(
  sql: Sql,
  asked: readonly AskedKeys[],
): Promise<number[]> {
  if (asked.length === 0) {
    return [];
  }
  const rows = await sql.select<{ id: number }>(
    `select distinct coalesce(s.canonical_id, s.id, n.canonical_id, n.id) as id
     from ${sql.rowsOf('a', { key: 'text', output: 'text' })}
     cross join node n
     left join node o on o.key = a.output
     left join node s on s.output_id = o.id and exists (
       select 1 from node j where j.id = s.job_id
         and coalesce(j.canonical_id, j.id) = coalesce(n.canonical_id, n.id)
     )
     where n.key = a.key and (a.output is null or s.id is not null)`,
    JSON.stringify(asked),
  );
  return rows.map(({ id }) => id);
}
