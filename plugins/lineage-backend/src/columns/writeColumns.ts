import { hash } from 'node:crypto';
import { Sql } from '../database/Sql';
import { nodeKeyOf } from '../nodes/nodeKey';
import { ColumnCut, writeColumnCuts } from './writeColumnCuts';
import { readStatedColumns, StatedColumns } from './statedColumns';

/** Datasets and jobs whose facets are read at once. */
const STEP = 50;

interface ColumnEdge {
  claimant_id: number;
  src: number;
  dst: number;
  kind: number;
}

interface Column {
  node_id: number;
  key: string;
  name: string;
}

/** The key by which a field is found; an empty name stands for the whole dataset. */
export function columnKeyOf(name: string): string {
  return hash('sha256', name, 'base64url');
}

/**
 * Brings the connections between fields in step with the facets of some
 * datasets and jobs. These are ones that others fold into, or that do not fold.
 */
export async function writeColumns(
  sql: Sql,
  claimants: Iterable<number>,
): Promise<void> {
  const all = [...new Set(claimants)];
  for (let start = 0; start < all.length; start += STEP) {
    const ids = all.slice(start, start + STEP);
    await replace(sql, ids, await readStatedColumns(sql, ids));
  }
}

async function replace(
  sql: Sql,
  claimants: readonly number[],
  stated: readonly StatedColumns[],
): Promise<void> {
  const nodes = await findNodes(sql, stated);
  const wanted = await resolve(sql, stated, nodes);
  await writeColumnCuts(sql, claimants, findCuts(stated, nodes));
  const stored = await sql.select<ColumnEdge>(
    `select e.claimant_id, e.src, e.dst, e.kind
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join column_edge as e where e.claimant_id = r.id`,
    JSON.stringify(claimants.map(id => ({ id }))),
  );
  const gone = stored.filter(edge => !wanted.delete(edgeKeyOf(edge, true)));
  const changed = [...wanted.values()];
  // What is only of another kind now is written over.
  const kept = new Set(changed.map(edge => edgeKeyOf(edge)));
  await remove(
    sql,
    gone.filter(edge => !kept.has(edgeKeyOf(edge))),
  );
  await save(sql, changed);
}

/** Puts ids in the place of names, by key. */
async function resolve(
  sql: Sql,
  stated: readonly StatedColumns[],
  nodes: Nodes,
): Promise<Map<string, ColumnEdge>> {
  const columns = new Map<string, Column>();
  const column = (node_id: number, name: string): string => {
    const key = columnKeyOf(name);
    columns.set(`${node_id} ${key}`, { node_id, key, name });
    return `${node_id} ${key}`;
  };
  const edges: (Omit<ColumnEdge, 'src' | 'dst'> & {
    src: string;
    dst: string;
  })[] = [];
  for (const { claimant, output, edges: list } of stated) {
    const target = output ? nodes.rootOf(output) : claimant;
    for (const { input, output: field, kind } of list) {
      const source = nodes.rootOf(input);
      if (source !== undefined && target !== undefined) {
        edges.push({
          claimant_id: claimant,
          src: column(source, input.field),
          dst: column(target, field),
          kind,
        });
      }
    }
  }
  const ids = await addColumns(sql, [...columns.values()]);
  const found = new Map<string, ColumnEdge>();
  for (const edge of edges) {
    const [src, dst] = [ids.get(edge.src), ids.get(edge.dst)];
    // Parts of one thing may be made from each other; a field is not made from itself.
    if (src === undefined || dst === undefined || src === dst) {
      continue;
    }
    const resolved = { ...edge, src, dst };
    const key = edgeKeyOf(resolved);
    const kind = edge.kind | (found.get(key)?.kind ?? 0);
    found.set(key, { ...resolved, kind });
  }
  return new Map(
    Array.from(found.values(), edge => [edgeKeyOf(edge, true), edge]),
  );
}

function edgeKeyOf(
  { claimant_id, src, dst, kind }: ColumnEdge,
  withKind = false,
): string {
  return `${claimant_id} ${src} ${dst}${withKind ? ` ${kind}` : ''}`;
}

/** What datasets fold into. */
interface Nodes {
  rootOf(name: { namespace: string; name: string }): number | undefined;
}

async function findNodes(
  sql: Sql,
  stated: readonly StatedColumns[],
): Promise<Nodes> {
  const keys = new Set<string>();
  for (const { output, edges, cut = [] } of stated) {
    for (const name of [
      ...(output ? [output] : []),
      ...edges.map(e => e.input),
      ...cut,
    ]) {
      keys.add(nodeKeyOf('dataset', name.namespace, name.name));
    }
  }
  const rows = await sql.select<{ key: string; root: number }>(
    `select n.key, coalesce(n.root_id, n.id) as root
     from ${sql.rowsOf('r', { key: 'text' })}
     cross join node as n where n.key = r.key`,
    JSON.stringify(Array.from(keys, key => ({ key }))),
  );
  const roots = new Map(rows.map(({ key, root }) => [key, root]));
  return {
    rootOf: ({ namespace, name }) =>
      roots.get(nodeKeyOf('dataset', namespace, name)),
  };
}

/** All datasets that something is missing of, on either side. */
function findCuts(stated: readonly StatedColumns[], nodes: Nodes): ColumnCut[] {
  return stated.flatMap(({ claimant, output, cut }) => {
    const ends = cut && [
      output ? nodes.rootOf(output) : claimant,
      ...cut.map(name => nodes.rootOf(name)),
    ];
    return (ends ?? []).flatMap(node_id =>
      node_id === undefined ? [] : [{ claimant_id: claimant, node_id }],
    );
  });
}

/** Finds or makes fields, by node and key. */
async function addColumns(
  sql: Sql,
  columns: readonly Column[],
): Promise<Map<string, number>> {
  if (columns.length === 0) {
    return new Map();
  }
  const rows = JSON.stringify(columns);
  const from = sql.rowsOf('r', { node_id: 'int', key: 'text', name: 'text' });
  await sql.run(
    `insert into dataset_column (node_id, key, name)
     select r.node_id, r.key, r.name from ${from}
     where true on conflict (node_id, key) do nothing`,
    rows,
  );
  const found = await sql.select<{ id: number; node_id: number; key: string }>(
    `select c.id, c.node_id, c.key from ${from}
     cross join dataset_column as c where c.node_id = r.node_id and c.key = r.key`,
    rows,
  );
  return new Map(
    found.map(({ id, node_id, key }) => [`${node_id} ${key}`, id]),
  );
}

async function remove(sql: Sql, edges: readonly ColumnEdge[]): Promise<void> {
  if (edges.length > 0) {
    await sql.run(
      `delete from column_edge where (claimant_id, src, dst) in (
         select r.claimant_id, r.src, r.dst
         from ${sql.rowsOf('r', { claimant_id: 'int', src: 'int', dst: 'int' })}
       )`,
      JSON.stringify(edges),
    );
  }
}

async function save(sql: Sql, edges: readonly ColumnEdge[]): Promise<void> {
  if (edges.length > 0) {
    await sql.run(
      `insert into column_edge (claimant_id, src, dst, kind)
       select r.claimant_id, r.src, r.dst, r.kind
       from ${sql.rowsOf('r', {
         claimant_id: 'int',
         src: 'int',
         dst: 'int',
         kind: 'int',
       })}
       where true
       on conflict (claimant_id, src, dst) do update set kind = excluded.kind`,
      JSON.stringify(edges),
    );
  }
}
