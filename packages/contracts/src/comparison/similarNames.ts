/** How alike two names have to be to count as a change of one name. */
const leastSimilarity = 0.9;

/** How alike two names are, from 0 to 1, whatever the case; 0 below what counts. */
export function nameSimilarity(a: string, b: string): number {
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  const longest = Math.max(left.length, right.length);
  const bound = Math.floor(longest * (1 - leastSimilarity) + 1e-9);
  // Names that differ in their numbers count things; they are not one name.
  if (
    Math.abs(left.length - right.length) > bound ||
    digitsOf(left) !== digitsOf(right)
  ) {
    return 0;
  }
  const distance = editDistance(left, right, bound);
  return distance > bound || longest === 0 ? 0 : 1 - distance / longest;
}

function digitsOf(name: string): string {
  return name.replace(/\D+/g, ' ').trim();
}

/** Letters to add, drop or replace, or any number above the bound. */
function editDistance(a: string, b: string, bound: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      current[j] = Math.min(
        previous[j] + 1,
        current[j - 1] + 1,
        previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    }
    if (Math.min(...current) > bound) {
      return bound + 1;
    }
    previous = current;
  }
  return previous[b.length];
}
