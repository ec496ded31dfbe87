import { Sql } from '../../database/Sql';
import { bindIds, lookUp, lookUpIfAny, withWanted } from './idList';
import { shownFacets } from '../shownFacets';

/** A name of a node, with one of its facets. */
export interface NodeRow {
  /** The node that is shown. */
  shown: number;
  id: number;
  kind: number;
  namespace: string;
  name: string;
  first_seen: string | null;
  last_seen: string | null;
  /** Kind 4: the job, and the entity it is shown as. */
  job_namespace: string | null;
  job_name: string | null;
  job_entity: string | null;
  output_namespace: string | null;
  output_name: string | null;
  run_id: string | null;
  run_state: number | null;
  run_stamp: string | null;
  facet: string | null;
  facet_stamp: string | null;
  facet_body: string | null;
}

/** Bigger facets are not looked into for what a graph shows of them. */
const MAX_FACET_LENGTH = 64 * 1024;

/**
 * Everything that is shown of nodes, in one statement: a row for each name of
 * each node and each facet of it that matters.
 */
export async function selectNodes(
  sql: Sql,
  ids: readonly number[],
): Promise<NodeRow[]> {
  const names = shownFacets.map(name => `'${name}'`).join(', ');
  return await sql.select<NodeRow>(
    `${withWanted(sql)}, member as (
       select w.id as shown, n.* from wanted w
       ${lookUp(sql, 'node n', 'n.id = w.id')}
       union all
       select w.id as shown, n.* from wanted w
       ${lookUp(sql, 'node n', 'n.canonical_id = w.id and n.id <> w.id')}
     )
     select m.shown, m.id, m.kind, m.namespace, m.name, m.first_seen, m.last_seen,
       j.namespace as job_namespace, j.name as job_name,
       case when s.kind = 3 then s.name end as job_entity,
       o.namespace as output_namespace, o.name as output_name,
       r.id as run_id, r.state as run_state, b.last_run_stamp as run_stamp,
       f.name as facet, f.stamp as facet_stamp,
       case when length(c.body) <= ${MAX_FACET_LENGTH} then c.body end as facet_body
     from member m
     ${lookUpIfAny(sql, 'node j', 'j.id = m.job_id')}
     ${lookUpIfAny(sql, 'node s', 's.id = j.canonical_id')}
     ${lookUpIfAny(sql, 'node o', 'o.id = m.output_id')}
     ${lookUpIfAny(sql, 'job b', 'b.node_id = coalesce(m.job_id, m.id)')}
     ${lookUpIfAny(sql, 'run r', 'r.id = b.last_run_id')}
     ${lookUpIfAny(
       sql,
       'facet f',
       `f.node_id = coalesce(m.job_id, m.id) and f.name in (${names})`,
     )}
     ${lookUpIfAny(sql, 'facet_content c', 'c.hash = f.content_hash')}
     order by m.shown, m.namespace, m.name, m.id`,
    bindIds(sql, ids),
  );
}
