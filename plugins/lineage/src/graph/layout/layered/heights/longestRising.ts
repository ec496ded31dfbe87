/**
 * Picks as many of some numbers as can be so that they rise, and answers their
 * positions. Numbers that are the same do not rise.
 */
export function longestRising(numbers: readonly number[]): number[] {
  /** Per length, where the way of this length with the smallest end ends. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  numbers.forEach((number, at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    previous.push(ends[low - 1]);
    ends[low] = at;
  });
  const picked: number[] = [];
  for (let at = ends.pop(); at !== undefined; at = previous[at]) {
    picked.push(at);
  }
  return picked.reverse();
}
