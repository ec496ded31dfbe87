import { Sql } from '../../database/Sql';
import { NODE_KIND } from '../nodeKinds';

const root = 'coalesce(node.root_id, node.id)';

/** Nothing speaks of the node, whatever it folds into. */
const isUnused = `
  not exists (select 1 from node as n where n.root_id = node.id)
  and not exists (select 1 from node as n where n.job_id = node.id)
  and not exists (select 1 from node as n where n.output_id = node.id)
  and not exists (select 1 from claim as c where c.src_root = ${root} and c.src = node.id)
  and not exists (select 1 from claim as c where c.dst_root = ${root} and c.dst = node.id)
  and not exists (select 1 from claim as c where c.claimant_id = node.id)
  and not exists (select 1 from run_edge as e where e.src_root = ${root} and e.src = node.id)
  and not exists (select 1 from run_edge as e where e.dst_root = ${root} and e.dst = node.id)
  and not exists (select 1 from run as r where r.job_root = ${root} and r.job_id = node.id)
  and node.id not in (select parent_id from job where parent_id is not null)
  and not exists (select 1 from facet as f where f.node_id = node.id)
  and not exists (select 1 from same_as as s where s.node_root = ${root} and s.node_id = node.id)
  and not exists (select 1 from same_as as s where s.other_root = ${root} and s.other_id = node.id)`;

/**
 * Deletes what was only there because names folded into it: steps, datasets and
 * jobs that no event and nothing else speaks of.
 *
 * @param which - what folds into others, or what nothing folds into any more.
 */
export async function deleteUnusedNodes(
  sql: Sql,
  which: 'folded' | 'roots',
): Promise<void> {
  const condition =
    which === 'folded' ? 'root_id is not null' : 'root_id is null';
  await sql.run(
    `delete from node where kind = ${NODE_KIND.step} and ${condition} and ${isUnused}`,
  );
  await sql.run(
    `delete from node
     where kind in (${NODE_KIND.dataset}, ${NODE_KIND.job}) and ${condition}
       and first_seen is null
       and not exists (select 1 from node as n where n.canonical_id = node.id)
       and ${isUnused}`,
  );
  await sql.run(
    'delete from job where not exists (select 1 from node as n where n.id = job.node_id)',
  );
}
