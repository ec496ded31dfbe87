import {
  GraphNeighbour,
  GraphNeighbours,
  LineageSide,
  NodesBySide,
} from '@understudy/plugin-lineage-common';
import { Sql } from '../../database/Sql';
import { EnvironmentIds } from '../GraphStore';
import { bindIds } from './idList';

interface NeighbourRow {
  side: 'u' | 'd';
  id: number;
  /** See {@link unpack}. */
  packed: string | null;
}

const columns = {
  downstream: { from: 'src', to: 'dst', letter: 'd' },
  upstream: { from: 'dst', to: 'src', letter: 'u' },
} as const;
const sides: LineageSide[] = ['upstream', 'downstream'];

/**
 * Neighbours of nodes on both sides in one round trip, at most so many of each,
 * smaller ids first. Both sides are read from an index alone.
 */
export async function selectNeighbours(
  sql: Sql,
  nodes: NodesBySide,
  options: { most: number; environments: EnvironmentIds },
): Promise<Record<LineageSide, Map<number, GraphNeighbours>>> {
  const { most, environments } = options;
  const asked = sides.filter(side => nodes[side].length > 0);
  const found = {
    upstream: new Map<number, GraphNeighbours>(),
    downstream: new Map<number, GraphNeighbours>(),
  };
  if (asked.length === 0) {
    return found;
  }
  const rows = await sql.select<NeighbourRow>(
    asked
      .map(side => statementFor(sql, side, environments))
      .join('\nunion all\n'),
    ...asked.flatMap(side => [
      // One more than asked for says that there are more.
      ...environments.map(() => most + 1),
      bindIds(sql, nodes[side]),
    ]),
  );
  for (const { side, id, packed } of rows) {
    if (packed !== null) {
      const list = unpack(packed);
      found[side === 'd' ? 'downstream' : 'upstream'].set(id, {
        list: list.slice(0, most),
        more: list.length > most,
      });
    }
  }
  return found;
}

/**
 * One row per node: rows of a few small numbers take the driver longer to read
 * than the database to find. An id and the two bits of its origin are one
 * number. A neighbour comes once for each environment: the first so many of all
 * are among the first so many of each.
 */
function unpack(packed: string): GraphNeighbour[] {
  const values = packed.split(',').map(Number);
  values.sort((a, b) => a - b);
  const list: GraphNeighbour[] = [];
  for (const value of values) {
    const neighbour = { id: Math.floor(value / 4), origin: value % 4 };
    const last = list.at(-1);
    if (last?.id === neighbour.id) {
      last.origin |= neighbour.origin;
    } else {
      list.push(neighbour);
    }
  }
  return list;
}

/** An index gives neighbours in order within one environment only. */
function statementFor(
  sql: Sql,
  side: LineageSide,
  environments: EnvironmentIds,
): string {
  const { from, to, letter } = columns[side];
  const lists = environments.map(
    environment => `select * from (
        select ${to} as other, origin from edge
        where ${from} = n.id and environment_id = ${environment}
        order by ${to} limit ?
      ) e${environment}`,
  );
  const [packed, nodes] = sql.isPostgres
    ? [
        `string_agg((other::bigint * 4 + origin)::text, ',')`,
        'unnest(?::int[]) as n(id)',
      ]
    : [
        'group_concat(other * 4 + origin)',
        '(select value as id from json_each(?)) as n',
      ];
  return `select '${letter}' as side, n.id, (
      select ${packed} from (${lists.join(' union all ')}) e
    ) as packed
    from ${nodes}`;
}
