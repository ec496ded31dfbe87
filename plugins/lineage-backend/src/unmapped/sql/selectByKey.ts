import { Sql } from '../../database/Sql';
import { NODE_KIND } from '../../nodes/nodeKinds';

/** A dataset or job that belongs to no entity, found by one of its names. */
export interface NamedRow {
  /** Of the name that was asked about. */
  key: string;
  id: number;
  kind: number;
  namespace: string;
  name: string;
  environment: string | null;
}

/** Those of some names that belong to no entity and that events have named. */
export async function selectByKey(
  sql: Sql,
  keys: readonly string[],
): Promise<NamedRow[]> {
  return await sql.select<NamedRow>(
    `select k.key, s.id, s.kind, s.namespace, s.name, v.name as environment
     from ${sql.rowsOf('k', { key: 'text' })}
     cross join node n
     join node s on s.id = coalesce(n.canonical_id, n.id)
     left join environment v on v.id = s.environment_id
     where n.key = k.key and s.kind in (${NODE_KIND.dataset}, ${NODE_KIND.job})
       and (s.first_seen is not null or s.folded_first is not null)`,
    JSON.stringify(keys.map(key => ({ key }))),
  );
}
