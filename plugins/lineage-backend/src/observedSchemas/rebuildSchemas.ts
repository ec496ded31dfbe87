import { Sql } from '../database/Sql';
import { SCHEMA_FACET, writeSchemas } from './writeSchemas';

const PAGE = 500;

/**
 * Brings all observed schemas in step, after names fold into others than before.
 * What stays as it was is not written, so nobody has to read it anew.
 */
export async function rebuildSchemas(
  underLock: <T>(work: (sql: Sql) => Promise<T>) => Promise<T | undefined>,
): Promise<void> {
  for (let after: number | undefined = 0; after !== undefined;) {
    const from: number = after;
    after = await underLock(sql => rebuildPage(sql, from));
  }
}

/** @returns the last node, unless it was the last of all. */
async function rebuildPage(
  sql: Sql,
  after: number,
): Promise<number | undefined> {
  const [facets, folded, stored] = await Promise.all([
    selectIds(sql, `facet where name = '${SCHEMA_FACET}' and`, after),
    selectIds(sql, `folded_facet where name = '${SCHEMA_FACET}' and`, after),
    selectIds(sql, 'observed_schema where', after),
  ]);
  const ids = [...new Set([...facets, ...folded, ...stored])]
    .sort((a, b) => a - b)
    .slice(0, PAGE);
  await writeSchemas(sql, ids);
  return ids.length === PAGE ? ids[PAGE - 1] : undefined;
}

async function selectIds(
  sql: Sql,
  where: string,
  after: number,
): Promise<number[]> {
  const rows = await sql.select<{ id: number }>(
    `select node_id as id from ${where} node_id > ? order by node_id limit ?`,
    after,
    PAGE,
  );
  return rows.map(({ id }) => id);
}
