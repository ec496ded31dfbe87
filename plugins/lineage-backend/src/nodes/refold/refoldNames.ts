import { Sql } from '../../database/Sql';
import { NameRules } from '../../names/NameRules';
import { EventName } from '../../names/types';
import { writeSchemas } from '../../observedSchemas/writeSchemas';
import { canonicalizeNodes } from '../canonicalizeNodes';
import { foldNames } from '../foldNames';
import { nodeKeyOf } from '../nodeKey';
import { NODE_KIND } from '../nodeKinds';
import { addRootNodes } from '../rootNodes';
import { writeEdges } from '../writeEdges';
import { Move, moveRoots } from './moveRoots';

interface NameRow {
  id: number;
  kind: number;
  key: string;
  namespace: string;
  name: string;
  root_id: number | null;
  alias_key: string | null;
}

/**
 * Decides anew what some datasets and jobs fold into, how they are shown and
 * where they belong.
 *
 * @returns those that fold into another node than before.
 */
export async function refoldNames(
  sql: Sql,
  ids: readonly number[],
  rules: NameRules,
): Promise<Map<number, Move>> {
  const rows = await sql.select<NameRow>(
    `select n.id, n.kind, n.key, n.namespace, n.name, n.root_id, n.alias_key
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join node as n
     where n.id = r.id and n.kind in (${NODE_KIND.dataset}, ${NODE_KIND.job})`,
    JSON.stringify(ids.map(id => ({ id }))),
  );
  const folds = await foldNames(sql, rows.map(toName), rules);
  const roots = await addRootNodes(
    sql,
    folds.map(({ root }) => root),
  );
  const moved = new Map<number, Move>();
  const spelled: { id: number; alias_key: string | null }[] = [];
  rows.forEach((row, index) => {
    const { root, aliasKey } = folds[index];
    const to = roots.get(nodeKeyOf(root.kind, root.namespace, root.name));
    const from = row.root_id ?? row.id;
    if (to && to.id !== from) {
      moved.set(row.id, { from, to: to.id });
    }
    if (row.alias_key !== aliasKey) {
      spelled.push({ id: row.id, alias_key: aliasKey });
    }
  });
  if (spelled.length > 0) {
    await sql.run(
      `update node set alias_key = r.alias_key
       from ${sql.rowsOf('r', { id: 'int', alias_key: 'text' })}
       where node.id = r.id`,
      JSON.stringify(spelled),
    );
  }
  const left = await moveRoots(sql, moved);
  const touched = new Set(rows.map(({ id }) => id));
  for (const { from, to } of moved.values()) {
    touched.add(from).add(to);
  }
  const { pairs, shown } = await canonicalizeNodes(sql, touched, rules);
  await writeSchemas(sql, shown.keys());
  await writeEdges(sql, [...left, ...pairs]);
  return moved;
}

function toName({ kind, namespace, name }: NameRow): EventName {
  return {
    kind: kind === NODE_KIND.job ? 'job' : 'dataset',
    namespace,
    name,
  };
}
