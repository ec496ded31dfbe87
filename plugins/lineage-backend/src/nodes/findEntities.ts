import { Sql } from '../database/Sql';
import { nodeKeyOf } from './nodeKey';
import { NODE_KIND } from './nodeKinds';

/** An entity that claims a name. */
export interface EntityClaim {
  ref: string;
  /** Of its node. */
  id: number;
  /** Where the name belongs, as the entity says. */
  environment?: string;
}

/** The entities that claim names, with their nodes, by the key of the name. */
export async function findEntities(
  sql: Sql,
  keys: readonly string[],
): Promise<Map<string, EntityClaim[]>> {
  const rows = await sql.select<{
    node_key: string;
    entity_ref: string;
    environment: string | null;
  }>(
    `select e.node_key, e.entity_ref, e.environment
     from ${sql.rowsOf('r', { key: 'text' })}
     cross join entity_name as e where e.node_key = r.key`,
    JSON.stringify(keys.map(key => ({ key }))),
  );
  const ids = await addEntityNodes(sql, new Set(rows.map(r => r.entity_ref)));
  const found = new Map<string, EntityClaim[]>();
  for (const { node_key, entity_ref: ref, environment } of rows) {
    const id = ids.get(ref);
    if (id !== undefined) {
      const claim = { ref, id, ...(environment && { environment }) };
      found.set(node_key, [...(found.get(node_key) ?? []), claim]);
    }
  }
  return found;
}

/** Finds or makes the nodes of entities, by entity ref. */
export async function addEntityNodes(
  sql: Sql,
  refs: ReadonlySet<string>,
): Promise<Map<string, number>> {
  if (refs.size === 0) {
    return new Map();
  }
  const rows = JSON.stringify(
    Array.from(refs, name => ({ key: nodeKeyOf('entity', '', name), name })),
  );
  const from = sql.rowsOf('r', { key: 'text', name: 'text' });
  await sql.run(
    `insert into node (kind, key, namespace, name)
     select ${NODE_KIND.entity}, r.key, '', r.name from ${from}
     where true on conflict (key) do nothing`,
    rows,
  );
  const nodes = await sql.select<{ id: number; name: string }>(
    `select n.id, r.name from ${from} cross join node as n where n.key = r.key`,
    rows,
  );
  return new Map(nodes.map(({ id, name }) => [name, id]));
}
