import { Sql } from '../../database/Sql';

/** The nodes that names are shown as, by key. */
export async function selectNodesByKey(
  sql: Sql,
  keys: readonly string[],
): Promise<Map<string, number>> {
  if (keys.length === 0) {
    return new Map();
  }
  const rows = await sql.select<{ key: string; id: number }>(
    `select n.key, coalesce(n.canonical_id, n.id) as id
     from ${sql.rowsOf('k', { key: 'text' })}
     cross join node n where n.key = k.key`,
    JSON.stringify(keys.map(key => ({ key }))),
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}
