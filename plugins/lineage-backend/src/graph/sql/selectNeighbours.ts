import {
  GraphNeighbour,
  GraphNeighbours,
  LineageSide,
  NodesBySide,
} from '@understudy/plugin-lineage-common';
import { Sql } from '../../database/Sql';
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
  most: number,
): Promise<Record<LineageSide, Map<number, GraphNeighbours>>> {
  const asked = sides.filter(side => nodes[side].length > 0);
  const found = {
    upstream: new Map<number, GraphNeighbours>(),
    downstream: new Map<number, GraphNeighbours>(),
  };
  if (asked.length === 0) {
    return found;
  }
  const rows = await sql.select<NeighbourRow>(
    asked.map(side => statementFor(sql, side)).join('\nunion all\n'),
    // One more than asked for says that there are more.
    ...asked.flatMap(side =>
      sql.isPostgres
        ? [most + 1, bindIds(sql, nodes[side])]
        : [most, bindIds(sql, nodes[side])],
    ),
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
 * than the database to find. An id and the two bits of its origin are one number.
 */
function unpack(packed: string): GraphNeighbour[] {
  return packed
    .split(',')
    .map(text => {
      const value = Number(text);
      return { id: Math.floor(value / 4), origin: value % 4 };
    })
    .sort((a, b) => a.id - b.id);
}

function statementFor(sql: Sql, side: LineageSide): string {
  const { from, to, letter } = columns[side];
  if (sql.isPostgres) {
    return `select '${letter}' as side, n.id, (
        select string_agg((other::bigint * 4 + origin)::text, ',')
        from (
          select ${to} as other, origin from edge
          where ${from} = n.id order by ${to} limit ?
        ) e
      ) as packed
      from unnest(?::int[]) as n(id)`;
  }
  // SQLite has no lateral joins: the last neighbour that is read is found first.
  return `select '${letter}' as side, n.id, group_concat(e.${to} * 4 + e.origin) as packed
    from (
      select value as id, coalesce(
        (select ${to} from edge where ${from} = value order by ${to} limit 1 offset ?),
        ${2 ** 31 - 1}
      ) as last
      from json_each(?)
    ) n
    cross join edge e on e.${from} = n.id and e.${to} <= n.last
    group by n.id`;
}
