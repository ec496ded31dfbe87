/**
 * The fewest fields, by new index, that have to be moved to turn the old order
 * into the new one: all that are not in a longest run that kept its order.
 */
export function movedFields(
  kept: readonly { old: number; new: number }[],
): Set<number> {
  const ordered = [...kept].sort((a, b) => a.new - b.new);
  // For each length, the run that ends with the smallest old index.
  const ends: number[] = [];
  const before: number[] = [];
  ordered.forEach((pair, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (ordered[ends[middle]].old < pair.old) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    before[index] = low > 0 ? ends[low - 1] : -1;
    ends[low] = index;
  });
  const moved = new Set(ordered.map(pair => pair.new));
  for (
    let index = ends.length ? ends[ends.length - 1] : -1;
    index >= 0;
    index = before[index]
  ) {
    moved.delete(ordered[index].new);
  }
  return moved;
}
