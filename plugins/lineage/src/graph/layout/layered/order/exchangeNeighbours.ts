import { Neighbours } from '../neighbours';

/**
 * Exchanges items that are next to each other in a layer where that takes
 * crossings away on both sides together. Answers whether it found some.
 */
export function exchangeNeighbours(
  layer: number[],
  rows: number[],
  graph: { before: Neighbours; after: Neighbours },
): boolean {
  let hasFound = false;
  for (let row = 0; row + 1 < layer.length; row++) {
    const upper = layer[row];
    const lower = layer[row + 1];
    const gain =
      gainBetween(graph.before[upper], graph.before[lower], rows) +
      gainBetween(graph.after[upper], graph.after[lower], rows);
    if (gain > 0) {
      hasFound = true;
      layer[row] = lower;
      layer[row + 1] = upper;
      rows[lower] = row;
      rows[upper] = row + 1;
    }
  }
  return hasFound;
}

/** How many crossings fewer there are when two items change places. */
function gainBetween(
  ofUpper: readonly number[],
  ofLower: readonly number[],
  rows: readonly number[],
): number {
  if (ofUpper.length === 0 || ofLower.length === 0) {
    return 0;
  }
  // Most items are passages, so this is worth its lines.
  if (ofUpper.length === 1 && ofLower.length === 1) {
    return Math.sign(rows[ofUpper[0]] - rows[ofLower[0]]);
  }
  const upper = sortedRows(ofUpper, rows);
  const lower = sortedRows(ofLower, rows);
  return countCrossed(upper, lower) - countCrossed(lower, upper);
}

/** How often an end of the upper list is below one of the lower list. */
function countCrossed(
  upper: readonly number[],
  lower: readonly number[],
): number {
  let count = 0;
  let passed = 0;
  for (const end of upper) {
    while (passed < lower.length && lower[passed] < end) {
      passed += 1;
    }
    count += passed;
  }
  return count;
}

function sortedRows(
  items: readonly number[],
  rows: readonly number[],
): number[] {
  return items.map(item => rows[item]).sort((a, b) => a - b);
}
