import { Sql } from '../../database/Sql';
import { ORIGIN } from '../../nodes/claims';
import { EnvironmentIds } from '../GraphStore';

/** The versions that the latest run of each connection read or wrote. */
export async function selectVersions(
  sql: Sql,
  edges: readonly { source: number; target: number }[],
  environments: EnvironmentIds,
): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = edges.map(() => undefined);
  if (edges.length === 0) {
    return found;
  }
  // Of several at once the same on both databases.
  const exactly = (text: string) =>
    sql.isPostgres ? `${text} collate "C"` : text;
  const rows = await sql.select<{ place: number; version: string | null }>(
    `select p.place, (
       select (
         select max(${exactly('e.version')}) from run_edge as e
         where e.src = c.src and e.dst = c.dst
           and e.last_seen = c.last_seen and e.claimant_id = c.claimant_id
       ) from claim as c
       where c.canonical_src = p.source and c.canonical_dst = p.target
         and c.origin = ${ORIGIN.observed} and c.current
         and c.environment_id in (${environments.join(', ')})
       order by c.last_seen desc, c.claimant_id limit 1
     ) as version
     from ${sql.rowsOf('p', { place: 'int', source: 'int', target: 'int' })}`,
    JSON.stringify(
      edges.map(({ source, target }, place) => ({ place, source, target })),
    ),
  );
  rows.forEach(({ place, version }) => {
    found[place] = version ?? undefined;
  });
  return found;
}
