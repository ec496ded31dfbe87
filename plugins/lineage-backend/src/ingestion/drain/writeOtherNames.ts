import { NameKey } from '@understudy/plugin-lineage-common';
import { NodeTable } from '../../nodes/NodeTable';
import { SAME_AS } from '../../nodes/sameAs';
import { Sql } from '../../database/Sql';
import { BatchFacts } from './collectBatch';

interface SameAsRow {
  node_id: number;
  other_id: number;
  kind: number;
}

/**
 * Notes under which other names datasets are known. Symlinks are replaced as a
 * whole with the facet that states them. A renaming stays true whatever happens
 * to the dataset later, so it is kept.
 *
 * @param relinked - datasets of which the batch has the latest symlinks.
 * @returns ids of all nodes that this may join or part.
 */
export async function writeOtherNames(
  sql: Sql,
  batch: BatchFacts,
  relinked: readonly NameKey[],
  nodes: NodeTable,
): Promise<Set<number>> {
  const gone = new Map(
    (
      await loadSymlinks(
        sql,
        relinked.map(name => nodes.idOf(name)),
      )
    ).map(row => [keyOf(row), row]),
  );
  const added = new Map<string, SameAsRow>();
  for (const row of statedRows(batch, relinked, nodes)) {
    if (!gone.delete(keyOf(row))) {
      added.set(keyOf(row), row);
    }
  }
  await remove(sql, [...gone.values()]);
  const inserted = await insert(sql, [...added.values()], nodes);
  return new Set(
    [...gone.values(), ...inserted].flatMap(row => [row.node_id, row.other_id]),
  );
}

function* statedRows(
  batch: BatchFacts,
  relinked: readonly NameKey[],
  nodes: NodeTable,
): Generator<SameAsRow> {
  for (const name of relinked) {
    for (const { other, table } of batch.symlinks.get(name)?.value ?? []) {
      yield {
        node_id: nodes.idOf(name),
        other_id: nodes.idOf(other),
        kind: table ? SAME_AS.tableSymlink : SAME_AS.symlink,
      };
    }
  }
  for (const { node, previous } of batch.renames) {
    yield {
      node_id: nodes.idOf(node),
      other_id: nodes.idOf(previous),
      kind: SAME_AS.renamedFrom,
    };
  }
}

function keyOf({ node_id, other_id, kind }: SameAsRow): string {
  return `${node_id} ${other_id} ${kind}`;
}

async function loadSymlinks(
  sql: Sql,
  ids: readonly number[],
): Promise<SameAsRow[]> {
  if (ids.length === 0) {
    return [];
  }
  return await sql.select<SameAsRow>(
    `select s.node_id, s.other_id, s.kind
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join same_as as s
     where s.node_id = r.id and s.kind <> ${SAME_AS.renamedFrom}`,
    JSON.stringify(ids.map(id => ({ id }))),
  );
}

async function remove(sql: Sql, rows: readonly SameAsRow[]): Promise<void> {
  if (rows.length > 0) {
    await sql.run(
      `delete from same_as where (node_id, other_id, kind) in (
         select r.node_id, r.other_id, r.kind
         from ${sql.rowsOf('r', { node_id: 'int', other_id: 'int', kind: 'int' })}
       )`,
      JSON.stringify(rows),
    );
  }
}

async function insert(
  sql: Sql,
  rows: readonly SameAsRow[],
  nodes: NodeTable,
): Promise<SameAsRow[]> {
  if (rows.length === 0) {
    return [];
  }
  return await sql.select<SameAsRow>(
    `insert into same_as (node_id, other_id, kind, node_root, other_root)
     select r.node_id, r.other_id, r.kind, r.node_root, r.other_root
     from ${sql.rowsOf('r', {
       node_id: 'int',
       other_id: 'int',
       kind: 'int',
       node_root: 'int',
       other_root: 'int',
     })}
     where true
     on conflict (node_id, other_id, kind) do nothing
     returning node_id, other_id, kind`,
    JSON.stringify(
      rows.map(row => ({
        ...row,
        node_root: nodes.rootOf(row.node_id),
        other_root: nodes.rootOf(row.other_id),
      })),
    ),
  );
}
