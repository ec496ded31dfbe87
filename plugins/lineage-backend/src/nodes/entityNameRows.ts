import { Sql } from '../database/Sql';

/** A name of an entity, as it is stored. */
export interface EntityNameRow {
  node_key: string;
  entity_ref: string;
  node_kind: number;
  namespace: string;
  name: string;
  role: string | null;
  environment: string | null;
  region: string | null;
  /** Set when the name is a pattern. */
  pattern_namespace_key: string | null;
}

/** All columns of the table. */
export const ENTITY_NAME_COLUMNS =
  'node_key, entity_ref, node_kind, namespace, name, role, environment, region, pattern_namespace_key';

export async function removeEntityNames(
  sql: Sql,
  rows: readonly EntityNameRow[],
): Promise<void> {
  if (rows.length > 0) {
    await sql.run(
      `delete from entity_name where (node_key, entity_ref) in (
         select r.node_key, r.entity_ref
         from ${sql.rowsOf('r', { node_key: 'text', entity_ref: 'text' })}
       )`,
      JSON.stringify(
        rows.map(({ node_key, entity_ref }) => ({ node_key, entity_ref })),
      ),
    );
  }
}

export async function saveEntityNames(
  sql: Sql,
  rows: readonly EntityNameRow[],
): Promise<void> {
  if (rows.length > 0) {
    await sql.run(
      `insert into entity_name (${ENTITY_NAME_COLUMNS})
       select ${ENTITY_NAME_COLUMNS.split(', ')
         .map(column => `r.${column}`)
         .join(', ')}
       from ${sql.rowsOf('r', {
         node_key: 'text',
         entity_ref: 'text',
         node_kind: 'int',
         namespace: 'text',
         name: 'text',
         role: 'text',
         environment: 'text',
         region: 'text',
         pattern_namespace_key: 'text',
       })}
       where true
       on conflict (node_key, entity_ref) do update set
         namespace = excluded.namespace, name = excluded.name,
         role = excluded.role, environment = excluded.environment, region = excluded.region,
         pattern_namespace_key = excluded.pattern_namespace_key`,
      JSON.stringify(rows),
    );
  }
}
