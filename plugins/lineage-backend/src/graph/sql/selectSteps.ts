import { Sql } from '../../database/Sql';

/** A job, or the entity that it is, as the maker of an output. */
export async function selectSteps(
  sql: Sql,
  keys: { job: string; output: string },
): Promise<number[]> {
  const rows = await sql.select<{ id: number }>(
    `select distinct coalesce(s.canonical_id, s.id) as id
     from node o
     join node s on s.output_id = o.id
     join node j on j.id = s.job_id
     where o.key = ? and coalesce(j.canonical_id, j.id) = (
       select coalesce(canonical_id, id) from node where key = ?
     )
     order by 1`,
    keys.output,
    keys.job,
  );
  return rows.map(({ id }) => id);
}
