import { Sql } from '../database/Sql';
import { COLUMN_FACETS } from './statedColumns';
import { writeColumns } from './writeColumns';

const PAGE = 200;
const names = COLUMN_FACETS.map(name => `'${name}'`).join(', ');

/**
 * Makes all connections between fields anew, after names fold into others than
 * before.
 */
export async function rebuildColumns(
  underLock: <T>(work: (sql: Sql) => Promise<T>) => Promise<T | undefined>,
): Promise<void> {
  await underLock(async sql => {
    await sql.run('delete from column_cut');
    await sql.run('delete from column_edge');
    await sql.run('delete from dataset_column');
  });
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
  const rows = await sql.select<{ id: number }>(
    `select n.id from node as n
     where n.id > ? and n.root_id is null and (
       exists (select 1 from facet as f where f.node_id = n.id and f.name in (${names}))
       or exists (select 1 from folded_facet as f where f.node_id = n.id and f.name in (${names}))
     )
     order by n.id limit ?`,
    after,
    PAGE,
  );
  const ids = rows.map(({ id }) => id);
  await writeColumns(sql, ids);
  return ids.length === PAGE ? ids[PAGE - 1] : undefined;
}
