import { influencesOf } from '@understudy/plugin-lineage-common';
import { canonicalJson } from '../database/canonicalJson';
import { Sql } from '../database/Sql';
import { inPages } from './inPages';
import { NodeNames } from './NodeNames';

interface ColumnEdgeRow {
  claimant_id: number;
  kind: number;
  src_node: number;
  src_name: string;
  dst_node: number;
  dst_name: string;
}

const KINDS: Record<number, string> = { 1: 'direct', 2: 'indirect', 3: 'both' };
/** Further bits say how something decides. */
const KIND_BITS = 3;

/** Connections between fields, by claimant and names, a line each. */
export async function* exportColumns(
  sql: Sql,
  names: NodeNames,
): AsyncGenerator<string> {
  for (const ids of inPages(names.ids)) {
    const edges = await sql.select<ColumnEdgeRow>(
      `select e.claimant_id, e.kind, s.node_id as src_node, s.name as src_name,
         d.node_id as dst_node, d.name as dst_name
       from ${sql.rowsOf('r', { id: 'int' })}
       cross join column_edge as e
       join dataset_column as s on s.id = e.src
       join dataset_column as d on d.id = e.dst
       where e.claimant_id = r.id`,
      JSON.stringify(ids.map(id => ({ id }))),
    );
    const nameOf = await names.read(
      edges.flatMap(({ claimant_id, src_node, dst_node }) => [
        claimant_id,
        src_node,
        dst_node,
      ]),
    );
    const lines = edges
      .map(edge => ({ ...edge, how: influencesOf(edge.kind) }))
      .map(({ how, ...edge }) => ({
        rank: names.rankOf(edge.claimant_id),
        line: canonicalJson({
          type: 'column',
          claimant: nameOf(edge.claimant_id),
          source: nameOf(edge.src_node),
          sourceField: edge.src_name,
          target: nameOf(edge.dst_node),
          targetField: edge.dst_name,
          kind: KINDS[edge.kind & KIND_BITS],
          ...(how.length > 0 && { how }),
        }),
      }))
      .sort((a, b) => a.rank - b.rank || (a.line < b.line ? -1 : 1));
    for (const { line } of lines) {
      yield line;
    }
  }
}
