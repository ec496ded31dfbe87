import { LineageSide, NodesBySide } from '@understudy/plugin-lineage-common';
import { Sql } from '../../database/Sql';
import { bindIds, withWanted } from './idList';

const sides: LineageSide[] = ['upstream', 'downstream'];

/** How many neighbours nodes have, counted in an index. */
export async function selectCounts(
  sql: Sql,
  nodes: NodesBySide,
): Promise<Record<LineageSide, Map<number, number>>> {
  const counts = {
    upstream: new Map<number, number>(),
    downstream: new Map<number, number>(),
  };
  for (const side of sides) {
    if (nodes[side].length > 0) {
      const end = side === 'downstream' ? 'src' : 'dst';
      const rows = await sql.select<{
        id: number;
        neighbours: number | string;
      }>(
        `${withWanted(sql)}
         select n.id, (select count(*) from edge where ${end} = n.id) as neighbours
         from wanted n`,
        bindIds(sql, nodes[side]),
      );
      rows.forEach(row => counts[side].set(row.id, Number(row.neighbours)));
    }
  }
  return counts;
}
