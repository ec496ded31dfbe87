import { Sql } from '../../database/Sql';

/** A connection between two nodes, in the direction of the data. */
export interface NodePair {
  source: number;
  target: number;
}

/** Types of the relations of the catalog that declare connections, in the order asked. */
export async function selectRelations(
  sql: Sql,
  pairs: readonly NodePair[],
): Promise<string[][]> {
  const found = pairs.map(() => new Set<string>());
  if (pairs.length > 0) {
    const rows = await sql.select<{ place: number; relations: string }>(
      `select p.place, c.relations
       from ${sql.rowsOf('p', { place: 'int', source: 'int', target: 'int' })}
       cross join claim c
       where c.canonical_src = p.source and c.canonical_dst = p.target
         and c.current and c.relations is not null`,
      JSON.stringify(pairs.map((pair, place) => ({ place, ...pair }))),
    );
    for (const { place, relations } of rows) {
      relations.split(',').forEach(type => found[place].add(type.trim()));
    }
  }
  return found.map(types => [...types].filter(Boolean).sort());
}
