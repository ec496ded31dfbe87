import { NameKey } from '@understudy/plugin-lineage-common';
import { hash } from 'node:crypto';
import { COLUMN_FACETS } from '../../columns/statedColumns';
import { canonicalJson } from '../../database/canonicalJson';
import { Sql } from '../../database/Sql';
import { NodeTable } from '../../nodes/NodeTable';
import { SCHEMA_FACET } from '../../observedSchemas/writeSchemas';
import { BatchFacts, SYMLINKS } from './collectBatch';

interface FacetRow {
  node_id: number;
  name: string;
  stamp: string;
  content_hash: string | null;
}

const FACET_TYPES = {
  node_id: 'int',
  name: 'text',
  stamp: 'text',
  content_hash: 'text',
} as const;

/**
 * Keeps the latest facet of each name.
 *
 * @returns the datasets whose other names a facet of the batch states; and what
 * those fold into, or do not, that speak of what fields are made from, and of
 * which fields there are.
 */
export async function writeFacets(
  sql: Sql,
  { facets }: BatchFacts,
  nodes: NodeTable,
): Promise<{
  relinked: NameKey[];
  columns: Set<number>;
  schemas: Set<number>;
}> {
  const relinked: NameKey[] = [];
  const columns = new Set<number>();
  const schemas = new Set<number>();
  if (facets.size === 0) {
    return { relinked, columns, schemas };
  }
  const stated = [...facets.values()].map(({ stamp, value }) => ({
    ...value,
    stamp,
    node_id: nodes.idOf(value.node),
  }));
  const stored = await loadFacets(sql, stated);
  const rows: FacetRow[] = [];
  const contents = new Map<string, string>();
  for (const { node, node_id, name, stamp, value } of stated) {
    const before = stored.get(`${node_id} ${name}`);
    if (before && before.stamp >= stamp) {
      continue;
    }
    const body = value && canonicalJson(value);
    const content_hash =
      body === undefined ? null : hash('sha256', body, 'base64url');
    if (
      body !== undefined &&
      content_hash &&
      content_hash !== before?.content_hash
    ) {
      contents.set(content_hash, body);
    }
    rows.push({ node_id, name, stamp, content_hash });
    if (name === SYMLINKS) {
      relinked.push(node);
    } else if (COLUMN_FACETS.includes(name)) {
      columns.add(nodes.rootOf(node_id));
    } else if (name === SCHEMA_FACET) {
      // Of what folds together the one that speaks last counts, also when it
      // says the same as before.
      schemas.add(nodes.rootOf(node_id));
    }
  }
  await saveContents(sql, contents);
  await saveFacets(sql, rows);
  await saveFolded(sql, rows, nodes);
  return { relinked, columns, schemas };
}

async function loadFacets(
  sql: Sql,
  stated: readonly { node_id: number; name: string }[],
): Promise<Map<string, FacetRow>> {
  const rows = await sql.select<FacetRow>(
    `select f.node_id, f.name, f.stamp, f.content_hash
     from ${sql.rowsOf('r', { node_id: 'int', name: 'text' })}
     cross join facet as f where f.node_id = r.node_id and f.name = r.name`,
    JSON.stringify(stated.map(({ node_id, name }) => ({ node_id, name }))),
  );
  return new Map(rows.map(row => [`${row.node_id} ${row.name}`, row]));
}

async function saveContents(
  sql: Sql,
  contents: ReadonlyMap<string, string>,
): Promise<void> {
  if (contents.size > 0) {
    await sql.run(
      `insert into facet_content (hash, body)
       select r.hash, r.body from ${sql.rowsOf('r', { hash: 'text', body: 'text' })}
       where true
       on conflict (hash) do nothing`,
      JSON.stringify(
        Array.from(contents, ([contentHash, body]) => ({
          hash: contentHash,
          body,
        })),
      ),
    );
  }
}

async function saveFacets(sql: Sql, rows: readonly FacetRow[]): Promise<void> {
  if (rows.length > 0) {
    await sql.run(
      `insert into facet (node_id, name, stamp, content_hash)
       select r.node_id, r.name, r.stamp, r.content_hash
       from ${sql.rowsOf('r', FACET_TYPES)}
       where true
       on conflict (node_id, name) do update set
         stamp = excluded.stamp, content_hash = excluded.content_hash`,
      JSON.stringify(rows),
    );
  }
}

/** One event may state a facet of several parts of a thing, so a time alone does not decide. */
function rankOf({ stamp, content_hash }: FacetRow): string {
  return `${stamp} ${content_hash ?? ''}`;
}

/** Of all that folds into a node, the latest facet of each name. */
async function saveFolded(
  sql: Sql,
  rows: readonly FacetRow[],
  nodes: NodeTable,
): Promise<void> {
  const latest = new Map<string, FacetRow>();
  for (const row of rows) {
    const root = nodes.rootOf(row.node_id);
    const key = `${root} ${row.name}`;
    const known = latest.get(key);
    if (root !== row.node_id && (!known || rankOf(known) < rankOf(row))) {
      latest.set(key, { ...row, node_id: root });
    }
  }
  if (latest.size > 0) {
    await sql.run(
      `insert into folded_facet (node_id, name, stamp, content_hash)
       select r.node_id, r.name, r.stamp, r.content_hash
       from ${sql.rowsOf('r', FACET_TYPES)}
       where true
       on conflict (node_id, name) do update set
         stamp = excluded.stamp, content_hash = excluded.content_hash
       where excluded.stamp > folded_facet.stamp or (
         excluded.stamp = folded_facet.stamp
         and coalesce(excluded.content_hash, '') > coalesce(folded_facet.content_hash, '')
       )`,
      JSON.stringify([...latest.values()]),
    );
  }
}
