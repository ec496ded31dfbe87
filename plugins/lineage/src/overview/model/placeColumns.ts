import { Column } from './orderColumns';

/** What one thing takes, and what is free around it. */
export const CELL = { width: 132, height: 18, gapX: 12, gapY: 4 } as const;
/** Between distances, where the lines can be seen: the more of them, the more. */
const GUTTER = { least: 40, most: 150, perRow: 9 } as const;
/** Screens are wider than high. */
const ASPECT = 1.7;

/** A column with its place: a grid that is filled row by row. */
export interface PlacedColumn extends Column {
  x: number;
  y: number;
  /** Things side by side. */
  across: number;
  width: number;
  height: number;
}

/** Where everything is on the map. */
export interface Placement {
  columns: readonly PlacedColumn[];
  width: number;
  height: number;
  /** The top left corner of each thing. */
  x: Float64Array;
  y: Float64Array;
}

/** A thing without the space around it. */
export const BOX = {
  width: CELL.width - CELL.gapX,
  height: CELL.height - CELL.gapY,
} as const;

/**
 * Gives every column a place from left to right. Many things at one distance
 * stand in several rows side by side, as many as it takes for the map to have the
 * shape of a screen.
 */
export function placeColumns(
  columns: readonly Column[],
  nodeCount: number,
): Placement {
  const rows = rowsFor(columns);
  const height = rows * CELL.height;
  const gutter = gutterFor(rows);
  const x = new Float64Array(nodeCount);
  const y = new Float64Array(nodeCount);
  let left = 0;
  const placed = columns.map((column): PlacedColumn => {
    const across = acrossFor(column, rows);
    const filled = Math.ceil(column.nodes.length / across);
    const at = {
      x: left,
      y: (height - filled * CELL.height) / 2,
      width: across * CELL.width - CELL.gapX,
      height: filled * CELL.height - CELL.gapY,
    };
    column.nodes.forEach((node, place) => {
      x[node] = at.x + (place % across) * CELL.width;
      y[node] = at.y + Math.floor(place / across) * CELL.height;
    });
    left += at.width + gutter;
    return { ...column, ...at, across };
  });
  return {
    columns: placed,
    width: Math.max(0, left - gutter),
    height: height - CELL.gapY,
    x,
    y,
  };
}

function gutterFor(rows: number): number {
  return Math.max(GUTTER.least, Math.min(GUTTER.most, rows * GUTTER.perRow));
}

function acrossFor(column: Column, rows: number): number {
  return Math.max(1, Math.ceil(column.nodes.length / rows));
}

/** The rows with which the map is nearest to the shape of a screen. */
function rowsFor(columns: readonly Column[]): number {
  const most = Math.max(1, ...columns.map(({ nodes }) => nodes.length));
  // More rows are higher and never wider, so half of what is left drops out each time.
  let [low, high] = [1, most];
  while (low < high) {
    const rows = Math.floor((low + high) / 2);
    if (widthWith(columns, rows) > ASPECT * rows * CELL.height) {
      low = rows + 1;
    } else {
      high = rows;
    }
  }
  return low;
}

function widthWith(columns: readonly Column[], rows: number): number {
  const gutter = gutterFor(rows);
  return columns.reduce(
    (sum, column) => sum + acrossFor(column, rows) * CELL.width + gutter,
    -gutter,
  );
}
