import { Sql } from '../../database/Sql';
import { EnvironmentIds } from '../GraphStore';

/** When connections were last observed. */
export async function selectLastSeen(
  sql: Sql,
  edges: readonly { source: number; target: number }[],
  environments: EnvironmentIds,
): Promise<(string | undefined)[]> {
  if (edges.length === 0) {
    return [];
  }
  const rows = await sql.select<{ place: number; at: string | null }>(
    `select p.place, (
       select max(c.last_seen) from claim c
       where c.canonical_src = p.source and c.canonical_dst = p.target
         and c.origin = 1 and c.current
         and c.environment_id in (${environments.join(', ')})
     ) as at
     from ${sql.rowsOf('p', { place: 'int', source: 'int', target: 'int' })}`,
    JSON.stringify(
      edges.map(({ source, target }, place) => ({ place, source, target })),
    ),
  );
  const found: (string | undefined)[] = edges.map(() => undefined);
  rows.forEach(({ place, at }) => {
    found[place] = at ?? undefined;
  });
  return found;
}
