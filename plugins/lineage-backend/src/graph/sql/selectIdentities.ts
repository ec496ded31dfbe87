import { Sql } from '../../database/Sql';
import { NodeIdentity } from '../../access/LineageView';
import { NODE_KIND } from '../../nodes/nodeKinds';
import { bindIds, lookUp, lookUpIfAny, withWanted } from './idList';

interface IdentityRow {
  id: number;
  kind: number;
  /** Of entities only: other names can be long. */
  ref: string | null;
  /** 1 for a job as the maker of one output. */
  step: number;
}

/** What decides whether a node may be seen, and whether that is what its job is. */
export type StoredIdentity = NodeIdentity & { isStep: boolean };

/** What decides whether nodes may be seen; a step is what its job is. */
export async function selectIdentities(
  sql: Sql,
  ids: readonly number[],
): Promise<StoredIdentity[]> {
  const rows = await sql.selectOften<IdentityRow>(
    `${withWanted(sql)}
     select w.id, coalesce(s.kind, n.kind) as kind,
       case when coalesce(s.kind, n.kind) = ${NODE_KIND.entity}
         then coalesce(s.name, n.name) end as ref,
       case when n.job_id is null then 0 else 1 end as step
     from wanted w
     ${lookUp(sql, 'node n', 'n.id = w.id')}
     ${lookUpIfAny(sql, 'node j', 'j.id = n.job_id')}
     ${lookUpIfAny(sql, 'node s', 's.id = coalesce(j.canonical_id, j.id)')}`,
    bindIds(sql, ids),
  );
  return rows.map(toIdentity);
}

function toIdentity({ id, kind, ref, step }: IdentityRow): StoredIdentity {
  const isStep = step === 1;
  if (ref !== null) {
    return { id, kind: 'entity', entityRef: ref, isStep };
  }
  return { id, kind: kind === NODE_KIND.dataset ? 'dataset' : 'job', isStep };
}
