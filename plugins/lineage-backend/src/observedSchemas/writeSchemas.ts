import { Sql } from '../database/Sql';
import { NODE_KIND } from '../nodes/nodeKinds';

/** The facet that says which fields a dataset has. */
export const SCHEMA_FACET = 'schema';

/** Datasets that are looked at with one set of statements. */
const STEP = 500;

interface SchemaRow {
  node_id: number;
  shown_id: number;
  environment_id: number;
  content_hash: string;
}

/**
 * Brings what is known of the schemas of some datasets in step with their
 * facets, with what they are shown as and with where they belong. Of nodes that
 * fold into others, or are gone, nothing is kept. Within the lock.
 */
export async function writeSchemas(
  sql: Sql,
  nodes: Iterable<number>,
): Promise<void> {
  const all = [...new Set(nodes)];
  for (let start = 0; start < all.length; start += STEP) {
    await writeStep(sql, all.slice(start, start + STEP));
  }
}

async function writeStep(sql: Sql, ids: readonly number[]): Promise<void> {
  const rows = JSON.stringify(ids.map(id => ({ id })));
  const now = await selectNow(sql, rows);
  const before = await selectStored(sql, rows);
  const changed = [...now.values()].filter(
    row => !isSame(row, before.get(row.node_id)),
  );
  const gone = [...before.values()].filter(row => !now.has(row.node_id));
  if (changed.length === 0 && gone.length === 0) {
    return;
  }
  await remove(sql, gone);
  await save(sql, changed);
  const shown = new Set<number>();
  for (const row of [...changed, ...gone]) {
    shown.add(row.shown_id);
    // What it was shown as until now has lost it.
    shown.add(before.get(row.node_id)?.shown_id ?? row.shown_id);
  }
  await noteChanges(sql, shown);
}

/** What facets say now, of those that have a schema. */
async function selectNow(
  sql: Sql,
  rows: string,
): Promise<Map<number, SchemaRow>> {
  const stated = await Promise.all(
    ['facet', 'folded_facet'].map(table =>
      sql.select<SchemaRow & { stamp: string; content_hash: string | null }>(
        `select n.id as node_id, coalesce(n.canonical_id, n.id) as shown_id,
           n.environment_id, f.stamp, f.content_hash
         from ${sql.rowsOf('r', { id: 'int' })}
         cross join node as n
         join ${table} as f on f.node_id = n.id and f.name = '${SCHEMA_FACET}'
         where n.id = r.id and n.root_id is null and n.kind = ${NODE_KIND.dataset}`,
        rows,
      ),
    ),
  );
  const latest = new Map<number, (typeof stated)[number][number]>();
  for (const row of stated.flat()) {
    const known = latest.get(row.node_id);
    if (!known || rankOf(known) < rankOf(row)) {
      latest.set(row.node_id, row);
    }
  }
  const found = new Map<number, SchemaRow>();
  for (const { content_hash, stamp: _, ...row } of latest.values()) {
    if (content_hash !== null) {
      found.set(row.node_id, { ...row, content_hash });
    }
  }
  return found;
}

function rankOf(row: { stamp: string; content_hash: string | null }): string {
  return `${row.stamp} ${row.content_hash ?? ''}`;
}

async function selectStored(
  sql: Sql,
  rows: string,
): Promise<Map<number, SchemaRow>> {
  const stored = await sql.select<SchemaRow>(
    `select o.node_id, o.shown_id, o.environment_id, o.content_hash
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join observed_schema as o where o.node_id = r.id`,
    rows,
  );
  return new Map(stored.map(row => [row.node_id, row]));
}

function isSame(row: SchemaRow, before: SchemaRow | undefined): boolean {
  return (
    before !== undefined &&
    row.shown_id === before.shown_id &&
    row.environment_id === before.environment_id &&
    row.content_hash === before.content_hash
  );
}

async function remove(sql: Sql, gone: readonly SchemaRow[]): Promise<void> {
  if (gone.length > 0) {
    await sql.run(
      `delete from observed_schema
       where node_id in (select id from ${sql.rowsOf('r', { id: 'int' })})`,
      JSON.stringify(gone.map(({ node_id }) => ({ id: node_id }))),
    );
  }
}

async function save(sql: Sql, changed: readonly SchemaRow[]): Promise<void> {
  if (changed.length > 0) {
    await sql.run(
      `insert into observed_schema (node_id, shown_id, environment_id, content_hash)
       select r.node_id, r.shown_id, r.environment_id, r.content_hash
       from ${sql.rowsOf('r', {
         node_id: 'int',
         shown_id: 'int',
         environment_id: 'int',
         content_hash: 'text',
       })}
       where true
       on conflict (node_id) do update set
         shown_id = excluded.shown_id,
         environment_id = excluded.environment_id,
         content_hash = excluded.content_hash`,
      JSON.stringify(changed),
    );
  }
}

/** Of entities only: nobody follows what belongs to none. */
async function noteChanges(
  sql: Sql,
  shown: ReadonlySet<number>,
): Promise<void> {
  await sql.run(
    'update drain set schema_epoch = schema_epoch + 1 where id = 1',
  );
  await sql.run(
    `insert into schema_change (node_id, epoch)
     select n.id, d.schema_epoch
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join node as n
     cross join drain as d
     where n.id = r.id and n.kind = ${NODE_KIND.entity} and d.id = 1
     on conflict (node_id) do update set epoch = excluded.epoch`,
    JSON.stringify(Array.from(shown, id => ({ id }))),
  );
}
