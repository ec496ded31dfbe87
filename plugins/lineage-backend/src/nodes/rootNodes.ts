import { Sql } from '../database/Sql';
import { EventName } from '../names/types';
import { nodeKeyOf } from './nodeKey';
import { NODE_KIND } from './nodeKinds';

/** A node that is shown, or that other nodes are shown as. */
export interface RootNode {
  id: number;
  key: string;
  canonical_id: number | null;
  environment_id: number;
}

/** Finds or makes the nodes that names fold into, by key. */
export async function addRootNodes(
  sql: Sql,
  names: readonly EventName[],
): Promise<Map<string, RootNode>> {
  const wanted = new Map(
    names.map(({ kind, namespace, name }) => {
      const key = nodeKeyOf(kind, namespace, name);
      return [key, { kind: NODE_KIND[kind], key, namespace, name }];
    }),
  );
  if (wanted.size === 0) {
    return new Map();
  }
  const rows = JSON.stringify([...wanted.values()]);
  const from = sql.rowsOf('r', {
    kind: 'int',
    key: 'text',
    namespace: 'text',
    name: 'text',
  });
  await sql.run(
    `insert into node (kind, key, namespace, name)
     select r.kind, r.key, r.namespace, r.name from ${from}
     where true on conflict (key) do nothing`,
    rows,
  );
  const nodes = await sql.select<RootNode>(
    `select n.id, n.key, n.canonical_id, n.environment_id
     from ${from} cross join node as n where n.key = r.key`,
    rows,
  );
  return new Map(nodes.map(node => [node.key, node]));
}
