import { LineageSide, NodesBySide } from '@understudy/plugin-lineage-common';
import { Sql } from '../../database/Sql';
import { EnvironmentIds } from '../GraphStore';
import { bindIds, withWanted } from './idList';

const columns = {
  downstream: { from: 'src', to: 'dst' },
  upstream: { from: 'dst', to: 'src' },
} as const;
const sides: LineageSide[] = ['upstream', 'downstream'];

/** How many neighbours nodes have, counted in an index. */
export async function selectCounts(
  sql: Sql,
  nodes: NodesBySide,
  environments: EnvironmentIds,
): Promise<Record<LineageSide, Map<number, number>>> {
  const counts = {
    upstream: new Map<number, number>(),
    downstream: new Map<number, number>(),
  };
  for (const side of sides) {
    if (nodes[side].length > 0) {
      const { from, to } = columns[side];
      const rows = await sql.select<{
        id: number;
        neighbours: number | string;
      }>(
        // The same neighbour may be declared and, in an environment, observed.
        `${withWanted(sql)}
         select n.id, (
           select count(*) from (
             select distinct ${to} from edge
             where ${from} = n.id and environment_id in (${environments.join(', ')})
           ) e
         ) as neighbours
         from wanted n`,
        bindIds(sql, nodes[side]),
      );
      rows.forEach(row => counts[side].set(row.id, Number(row.neighbours)));
    }
  }
  return counts;
}
