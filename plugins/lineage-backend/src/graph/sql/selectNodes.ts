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
  /** Of all that folds into the name. */
  folded_names: number;
  folded_first: string | null;
  folded_last: string | null;
  environment: string | null;
  /** Whose facets it has: of a step those of its job. */
  facets_of: number;
  facets_fold: number;
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

const shownNames = shownFacets.map(name => `'${name}'`).join(', ');
/** The last run of a job may be one of a job that folds into it. */
const foldedRun =
  "coalesce(b.folded_run_stamp, '') > coalesce(b.last_run_stamp, '')";

/**
 * Everything that is shown of nodes, in one statement: a row for each name of
 * each node and each facet of it that matters.
 */
export async function selectNodes(
  sql: Sql,
  ids: readonly number[],
): Promise<NodeRow[]> {
  const rows = await sql.selectOften<NodeRow>(
    `${withWanted(sql)}, member as (
       select w.id as shown, n.* from wanted w
       ${lookUp(sql, 'node n', 'n.id = w.id')}
       union all
       select w.id as shown, n.* from wanted w
       ${lookUp(sql, 'node n', 'n.canonical_id = w.id and n.root_id is null and n.id <> w.id')}
     )
     select m.shown, m.id, m.kind, m.namespace, m.name, m.first_seen, m.last_seen,
       m.folded_names, m.folded_first, m.folded_last, e.name as environment,
       coalesce(m.job_id, m.id) as facets_of, coalesce(j.folded_names, m.folded_names) as facets_fold,
       j.namespace as job_namespace, j.name as job_name,
       case when s.kind = 3 then s.name end as job_entity,
       o.namespace as output_namespace, o.name as output_name,
       r.id as run_id, r.state as run_state, case when ${foldedRun} then b.folded_run_stamp else b.last_run_stamp end as run_stamp,
       f.name as facet, f.stamp as facet_stamp,
       case when length(c.body) <= ${MAX_FACET_LENGTH} then c.body end as facet_body
     from member m
     ${lookUpIfAny(sql, 'node j', 'j.id = m.job_id')}
     ${lookUpIfAny(sql, 'node s', 's.id = j.canonical_id')}
     ${lookUpIfAny(sql, 'node o', 'o.id = m.output_id')}
     ${lookUpIfAny(sql, 'job b', 'b.node_id = coalesce(m.job_id, m.id)')}
     ${lookUpIfAny(sql, 'run r', `r.id = case when ${foldedRun} then b.folded_run_id else b.last_run_id end`)}
     ${lookUpIfAny(sql, 'environment e', 'e.id = m.environment_id')}
     ${lookUpIfAny(
       sql,
       'facet f',
       `f.node_id = coalesce(m.job_id, m.id) and f.name in (${shownNames})`,
     )}
     ${lookUpIfAny(sql, 'facet_content c', 'c.hash = f.content_hash')}
     order by m.shown, m.namespace, m.name, m.id`,
    bindIds(sql, ids),
  );
  return [...rows, ...(await selectFoldedFacets(sql, rows))];
}

interface FoldedFacetRow {
  node_id: number;
  name: string;
  stamp: string;
  body: string | null;
}

/** A row for each facet of all that folds into a name, where something does. */
async function selectFoldedFacets(
  sql: Sql,
  rows: readonly NodeRow[],
): Promise<NodeRow[]> {
  // There is a row for each facet; the first one is enough to copy.
  const folding = new Map(
    rows
      .filter(row => row.facets_fold > 0)
      .map(row => [`${row.shown} ${row.id}`, row]),
  );
  if (folding.size === 0) {
    return [];
  }
  const found = await sql.selectOften<FoldedFacetRow>(
    `${withWanted(sql)}
     select f.node_id, f.name, f.stamp,
       case when length(c.body) <= ${MAX_FACET_LENGTH} then c.body end as body
     from wanted w
     ${lookUp(sql, 'folded_facet f', `f.node_id = w.id and f.name in (${shownNames})`)}
     ${lookUpIfAny(sql, 'facet_content c', 'c.hash = f.content_hash')}`,
    bindIds(sql, [
      ...new Set(Array.from(folding.values(), row => row.facets_of)),
    ]),
  );
  return [...folding.values()].flatMap(row =>
    found
      .filter(facet => facet.node_id === row.facets_of)
      .map(facet => ({
        ...row,
        facet: facet.name,
        facet_stamp: facet.stamp,
        facet_body: facet.body,
      })),
  );
}
