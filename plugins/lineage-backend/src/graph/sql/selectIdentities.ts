import { Sql } from '../../database/Sql';
import { NodeIdentity } from '../../access/LineageView';
import { NODE_KIND } from '../../nodes/nodeKinds';
import { bindIds, lookUp, lookUpIfAny, withWanted } from './idList';

interface IdentityRow {
  id: number;
  kind: number;
  /** Of entities only: other names can be long. */
  ref: string | null;
}

/** What decides whether nodes may be seen; a step is what its job is. */
export async function selectIdentities(
  sql: Sql,
  ids: readonly number[],
): Promise<NodeIdentity[]> {
  const rows = await sql.selectOften<IdentityRow>(
    `${withWanted(sql)}
     select w.id, coalesce(s.kind, n.kind) as kind,
       case when coalesce(s.kind, n.kind) = ${NODE_KIND.entity}
         then coalesce(s.name, n.name) end as ref
     from wanted w
     ${lookUp(sql, 'node n', 'n.id = w.id')}
     ${lookUpIfAny(sql, 'node j', 'j.id = n.job_id')}
     ${lookUpIfAny(sql, 'node s', 's.id = coalesce(j.canonical_id, j.id)')}`,
    bindIds(sql, ids),
  );
  return rows.map(toIdentity);
}

function toIdentity({ id, kind, ref }: IdentityRow): NodeIdentity {
  if (ref !== null) {
    return { id, kind: 'entity', entityRef: ref };
  }
  return { id, kind: kind === NODE_KIND.dataset ? 'dataset' : 'job' };
}
