import { formatLineageNodeId } from '@understudy/plugin-lineage-common';
import { Sql } from '../../database/Sql';
import { NODE_KIND } from '../../nodes/nodeKinds';
import { NamedNode } from '../GraphStore';
import { bindIds, lookUp, lookUpIfAny, withWanted } from './idList';

interface NameRow {
  id: number;
  kind: number;
  /** Of the entity it is, or that its job is. */
  ref: string | null;
  namespace: string | null;
  name: string | null;
}

/** What nodes are called, without anything else; a step is called as its job. */
export async function selectNames(
  sql: Sql,
  ids: readonly number[],
): Promise<Map<number, NamedNode>> {
  const entity = NODE_KIND.entity;
  const rows = await sql.selectOften<NameRow>(
    `${withWanted(sql)}
     select w.id, coalesce(j.kind, n.kind) as kind,
       case when s.kind = ${entity} then s.name when n.kind = ${entity} then n.name end as ref,
       coalesce(j.namespace, m.namespace, case when n.kind <> ${entity} then n.namespace end) as namespace,
       coalesce(j.name, m.name, case when n.kind <> ${entity} then n.name end) as name
     from wanted w
     ${lookUp(sql, 'node n', 'n.id = w.id')}
     ${lookUpIfAny(sql, 'node j', 'j.id = n.job_id')}
     ${lookUpIfAny(sql, 'node s', 's.id = j.canonical_id')}
     ${lookUpIfAny(
       sql,
       'node m',
       `n.kind = ${entity} and m.id = (
          select id from node where canonical_id = n.id and root_id is null and kind <> ${entity}
          order by namespace, name limit 1
        )`,
     )}`,
    bindIds(sql, ids),
  );
  return new Map(rows.map(row => [row.id, toNamedNode(row)]));
}

function toNamedNode({ kind, ref, namespace, name }: NameRow): NamedNode {
  const known =
    namespace !== null && name !== null ? { namespace, name } : undefined;
  if (ref !== null) {
    return { id: ref, kind: 'entity', entityRef: ref, ...known };
  }
  const stored = {
    kind: kind === NODE_KIND.dataset ? ('dataset' as const) : ('job' as const),
    namespace: known?.namespace ?? '',
    name: known?.name ?? '',
  };
  return { id: formatLineageNodeId(stored), ...stored };
}
