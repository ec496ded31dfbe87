import { Sql } from '../database/Sql';

/** A node that is not there yet. */
export interface NewNode {
  kind: number;
  key: string;
  namespace: string;
  name: string;
  job_id?: number | null;
  output_id?: number | null;
  root_id?: number | null;
  alias_key?: string | null;
  canonical_id?: number | null;
  environment_id?: number;
  first_seen: string | null;
  last_seen: string | null;
}

export async function insertNodes(
  sql: Sql,
  nodes: readonly NewNode[],
): Promise<{ id: number; key: string }[]> {
  if (nodes.length === 0) {
    return [];
  }
  return await sql.select<{ id: number; key: string }>(
    `insert into node (kind, key, namespace, name, job_id, output_id, root_id, alias_key, canonical_id, environment_id, first_seen, last_seen)
     select r.kind, r.key, r.namespace, r.name, r.job_id, r.output_id, r.root_id, r.alias_key, r.canonical_id, coalesce(r.environment_id, 0), r.first_seen, r.last_seen
     from ${sql.rowsOf('r', {
       kind: 'int',
       key: 'text',
       namespace: 'text',
       name: 'text',
       job_id: 'int',
       output_id: 'int',
       root_id: 'int',
       alias_key: 'text',
       canonical_id: 'int',
       environment_id: 'int',
       first_seen: 'text',
       last_seen: 'text',
     })}
     where true
     returning id, key`,
    JSON.stringify(nodes),
  );
}

/** What a batch says of all that folds into a node. */
export interface FoldedTimes {
  id: number;
  /** That were not there before. */
  names: number;
  first: string | null;
  last: string | null;
}

/** Notes at nodes what folds into them. Order and repetition do not matter. */
export async function noteFolded(
  sql: Sql,
  roots: readonly FoldedTimes[],
): Promise<void> {
  if (roots.length === 0) {
    return;
  }
  await sql.run(
    `update node set
       folded_names = node.folded_names + r.names,
       folded_first = case
         when node.folded_first is null or r.first < node.folded_first then r.first
         else node.folded_first end,
       folded_last = case
         when node.folded_last is null or r.last > node.folded_last then r.last
         else node.folded_last end
     from ${sql.rowsOf('r', { id: 'int', names: 'int', first: 'text', last: 'text' })}
     where node.id = r.id and (
       r.names > 0 or node.folded_first is null or node.folded_last is null
       or r.first < node.folded_first or r.last > node.folded_last
     )`,
    JSON.stringify(roots),
  );
}
