import { Arrangement, Coordinates, GAPS, LayoutGraph } from './types';

const SWEEPS = 4;

/**
 * A plain arrangement in columns, for when the better one takes too long or
 * cannot run: the longest way from a source says the column, and the mean height
 * of the neighbours the order in it. Takes time in proportion to the graph.
 */
export function layoutInLayers(graph: LayoutGraph): Arrangement {
  const columns = columnsOf(graph);
  const before = neighbours(graph, 1, 0);
  const after = neighbours(graph, 0, 1);
  const row = new Array<number>(graph.nodes.length).fill(0);
  const number = (column: number[]) =>
    column.forEach((node, index) => {
      row[node] = index - (column.length - 1) / 2;
    });
  columns.forEach(number);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const [order, sources] =
      sweep % 2 === 0 ? [columns, before] : [[...columns].reverse(), after];
    for (const column of order) {
      const wish = new Map(
        column.map(node => [node, mean(sources[node], row) ?? row[node]]),
      );
      column.sort((a, b) => wish.get(a)! - wish.get(b)! || a - b);
      number(column);
    }
  }
  return { positions: place(graph, columns), bends: graph.edges.map(() => []) };
}

/** Nodes by column: the longest way from a source, without what leads back. */
function columnsOf({ nodes, edges }: LayoutGraph): number[][] {
  const after = neighbours({ nodes, edges }, 0, 1);
  const waiting = new Array<number>(nodes.length).fill(0);
  edges.forEach(([source, target]) => {
    waiting[target] += source === target ? 0 : 1;
  });
  const columnOf = new Array<number>(nodes.length).fill(0);
  const done = new Array<boolean>(nodes.length).fill(false);
  const ready = nodes.map((_, node) => node).filter(node => !waiting[node]);
  let next = 0;
  for (let count = 0; count < nodes.length; count++) {
    if (ready.length === 0) {
      // A cycle: it is cut at its first node.
      while (done[next]) {
        next++;
      }
      ready.push(next);
    }
    const node = ready.shift()!;
    done[node] = true;
    for (const target of after[node]) {
      if (!done[target] && target !== node) {
        columnOf[target] = Math.max(columnOf[target], columnOf[node] + 1);
        waiting[target] -= 1;
        if (waiting[target] === 0) {
          ready.push(target);
        }
      }
    }
  }
  const columns: number[][] = [];
  columnOf.forEach((column, node) => {
    (columns[column] ??= []).push(node);
  });
  // Cutting a cycle may leave a column empty.
  return Array.from(columns, column => column ?? []);
}

function place(graph: LayoutGraph, columns: number[][]): Coordinates[] {
  const positions = new Array<Coordinates>(graph.nodes.length);
  let x = 0;
  for (const column of columns) {
    const sizes = column.map(node => graph.nodes[node]);
    const width = Math.max(0, ...sizes.map(size => size.width));
    const height =
      sizes.reduce((sum, size) => sum + size.height, 0) +
      GAPS.row * Math.max(0, sizes.length - 1);
    let y = -height / 2;
    for (const node of column) {
      const size = graph.nodes[node];
      positions[node] = [x + (width - size.width) / 2, y];
      y += size.height + GAPS.row;
    }
    x += width + GAPS.column;
  }
  return positions;
}

function neighbours(
  { nodes, edges }: LayoutGraph,
  of: 0 | 1,
  to: 0 | 1,
): number[][] {
  const lists: number[][] = nodes.map(() => []);
  edges.forEach(edge => lists[edge[of]].push(edge[to]));
  return lists;
}

function mean(nodes: readonly number[], row: readonly number[]) {
  return nodes.length === 0
    ? undefined
    : nodes.reduce((sum, node) => sum + row[node], 0) / nodes.length;
}
