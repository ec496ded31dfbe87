import { LineageOverview } from '@understudy/plugin-lineage-common';
import { columnOf } from './columnOf';
import { edgesAt, Links } from './links';

/** Everything at one distance from the root, from top to bottom. */
export interface Column {
  /** Hops from the root, below zero upstream. */
  distance: number;
  nodes: Uint32Array;
}

/** Sweeps over all columns: after these hardly anything moves. */
const SWEEPS = 6;
/** So many nodes or connections are looked at before somebody else may have a turn. */
const TURN = 2_000;

/**
 * Puts things at the same distance next to those with the same neighbours: each
 * where its neighbours are on average, back and forth over the columns. The work
 * grows with the number of connections and no faster.
 */
export function* orderColumns(
  overview: LineageOverview,
  links: Links,
): Generator<void, Column[]> {
  const { nodes, edges } = overview;
  const columns = columnsOf(overview);
  // Where a node is in its column, from 0 at the top to 1.
  const heights = new Float64Array(nodes.length);
  const wanted = new Float64Array(nodes.length);
  const settle = (column: Column) =>
    column.nodes.forEach((node, place) => {
      heights[node] = (place + 0.5) / column.nodes.length;
    });
  columns.forEach(settle);
  yield;

  let done = 0;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const forwards = sweep % 2 === 0;
    for (const column of forwards ? columns : [...columns].reverse()) {
      for (const node of column.nodes) {
        let sum = 0;
        let count = 0;
        const around = edgesAt(links, node);
        for (const edge of around) {
          const { from, to } = edges[edge];
          sum += heights[from === node ? to : from];
          count += 1;
        }
        // What stands where it is wanted stays; what is alone stays too.
        wanted[node] = count === 0 ? heights[node] : sum / count;
        done += around.length + 1;
        if (done > TURN) {
          done = 0;
          yield;
        }
      }
      column.nodes.sort((a, b) => wanted[a] - wanted[b] || a - b);
      settle(column);
      yield;
    }
  }
  return columns;
}

/** The columns from left to right, those that there are. */
function columnsOf({ nodes }: LineageOverview): Column[] {
  const members = new Map<number, number[]>();
  nodes.forEach((node, index) => {
    const distance = columnOf(node);
    const column = members.get(distance);
    if (column) {
      column.push(index);
    } else {
      members.set(distance, [index]);
    }
  });
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([distance, list]) => ({
      distance,
      nodes: Uint32Array.from(list),
    }));
}
