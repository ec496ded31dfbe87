import { LineageNodeAlias } from '@understudy/plugin-lineage-common';
import { Sql } from '../../database/Sql';
import { NODE_KIND } from '../../nodes/nodeKinds';

interface AliasRow {
  kind: number;
  namespace: string;
  name: string;
  role: string | null;
  environment: string | null;
  region: string | null;
}

/** The names under which events speak of a node, in alphabetical order; those that fold into others last. */
export async function selectAliases(
  sql: Sql,
  node: number,
  most: number,
): Promise<LineageNodeAlias[]> {
  const rows = await sql.select<AliasRow>(
    `with member as (
       select id, kind, key, root_id, namespace, name from node where id = ?
       union
       select id, kind, key, root_id, namespace, name from node where canonical_id = ?
     )
     select m.kind, m.namespace, m.name, e.role, e.environment, e.region
     from member m
     left join node c on c.id = ? and c.kind = ${NODE_KIND.entity}
     left join entity_name e on e.node_key = m.key and e.entity_ref = c.name
     where m.kind in (${NODE_KIND.dataset}, ${NODE_KIND.job})
     order by case when m.root_id is null then 0 else 1 end, m.namespace, m.name, m.kind limit ?`,
    node,
    node,
    node,
    most,
  );
  return rows.map(({ kind, namespace, name, role, environment, region }) => ({
    kind: kind === NODE_KIND.dataset ? 'dataset' : 'job',
    namespace,
    name,
    ...(role !== null && { role }),
    ...(environment !== null && { environment }),
    ...(region !== null && { region }),
  }));
}
