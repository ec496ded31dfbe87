import { Coordinates, GAPS } from '../types';

/** Width by height of the picture that we fill, as that of most screens. */
const ASPECT = 1.6;

/**
 * Puts rectangles beside and below each other, without one touching another. The
 * tallest come first, and begin rows for the others, so that little is wasted.
 */
export function packComponents(
  sizes: readonly { width: number; height: number }[],
): Coordinates[] {
  const area = sizes.reduce(
    (sum, { width, height }) =>
      sum + (width + GAPS.column) * (height + 2 * GAPS.row),
    0,
  );
  const rowWidth = sizes.reduce(
    (widest, { width }) => Math.max(widest, width),
    Math.sqrt(area * ASPECT),
  );
  const corners = new Array<Coordinates>(sizes.length);
  const tallestFirst = sizes
    .map((_, index) => index)
    .sort((a, b) => sizes[b].height - sizes[a].height || a - b);
  let [x, y, rowHeight] = [0, 0, 0];
  for (const index of tallestFirst) {
    const { width, height } = sizes[index];
    if (x > 0 && x + width > rowWidth) {
      [x, y, rowHeight] = [0, y + rowHeight + 2 * GAPS.row, 0];
    }
    corners[index] = [x, y];
    x += width + GAPS.column;
    rowHeight = Math.max(rowHeight, height);
  }
  return corners;
}
