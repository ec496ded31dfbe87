import { Sql } from '../../database/Sql';
import { RootNode } from '../GraphStore';

/** The node that a name is shown as, and the steps of it when it is a job. */
export async function selectRoot(
  sql: Sql,
  key: string,
): Promise<RootNode | undefined> {
  const rows = await sql.selectOften<{ id: number; step: number | null }>(
    `with root as (
       select coalesce(canonical_id, id) as id from node where key = ?
     ), member as (
       select id from root
       union
       select n.id from root join node n on n.canonical_id = root.id and n.root_id is null
     )
     select root.id, s.id as step
     from root
     cross join member m
     left join node s on s.job_id = m.id and s.root_id is null`,
    key,
  );
  if (rows.length === 0) {
    return undefined;
  }
  return {
    id: rows[0].id,
    steps: rows.flatMap(({ step }) => (step === null ? [] : [step])),
  };
}
