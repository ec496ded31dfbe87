import { Neighbours } from '../neighbours';

/**
 * Sorts a layer by the mean place of what each item is connected with in the
 * layer beside it. What is connected with nothing there stays where it is.
 * `lastFirst` turns around items that would be in the same place: that gets a
 * sweep out of where it was stuck. `means` is room to work in, kept by the
 * caller because this is where most of the time is spent.
 */
export function sortByNeighbours(
  layer: number[],
  rows: number[],
  options: { neighbours: Neighbours; lastFirst: boolean; means: Float64Array },
): void {
  const { neighbours, lastFirst, means } = options;
  const movable: number[] = [];
  for (const item of layer) {
    if (neighbours[item].length > 0) {
      means[item] = meanRow(neighbours[item], rows);
      movable.push(item);
    }
  }
  const tie = lastFirst ? -1 : 1;
  movable.sort((a, b) => means[a] - means[b] || tie * (rows[a] - rows[b]));
  let next = 0;
  for (let row = 0; row < layer.length; row++) {
    if (neighbours[layer[row]].length > 0) {
      layer[row] = movable[next];
      next += 1;
    }
    rows[layer[row]] = row;
  }
}

function meanRow(items: readonly number[], rows: readonly number[]): number {
  let sum = 0;
  for (const item of items) {
    sum += rows[item];
  }
  return sum / items.length;
}
