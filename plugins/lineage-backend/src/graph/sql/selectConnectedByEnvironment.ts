import { LineageSide } from '@understudy/plugin-lineage-common';
import { Sql } from '../../database/Sql';
import { bindIds } from './idList';

/** What a node is connected with in one environment, on one side. */
export interface ConnectedInEnvironment {
  environment: string;
  side: LineageSide;
  neighbours: readonly number[];
}

const columns = {
  downstream: { from: 'src', to: 'dst' },
  upstream: { from: 'dst', to: 'src' },
} as const;

/**
 * What some nodes are connected with in each environment, at most so many on
 * each side. What is declared belongs to none of them.
 */
export async function selectConnectedByEnvironment(
  sql: Sql,
  nodes: readonly number[],
  most: number,
): Promise<ConnectedInEnvironment[]> {
  const [packed, isWanted] = sql.isPostgres
    ? [`string_agg(other::text, ',')`, '= any(?::int[])']
    : ['group_concat(other)', 'in (select value from json_each(?))'];
  const statements = (['upstream', 'downstream'] as const).map(side => {
    const { from, to } = columns[side];
    return `select v.name as environment, '${side}' as side, (
        select ${packed} from (
          select ${to} as other from edge
          where ${from} ${isWanted} and environment_id = v.id limit ?
        ) e
      ) as packed
      from environment v`;
  });
  const rows = await sql.selectOften<{
    environment: string;
    side: LineageSide;
    packed: string | null;
  }>(
    statements.join('\nunion all\n'),
    ...statements.flatMap(() => [bindIds(sql, nodes), most]),
  );
  return rows.flatMap(({ environment, side, packed: list }) =>
    list === null
      ? []
      : [
          {
            environment,
            side,
            neighbours: [...new Set(list.split(',').map(Number))],
          },
        ],
  );
}
