/** How alike two names have to be to count as a change of one name. */
const leastSimilarity = 0.9;

/** A name as it is compared: whatever the case, and its numbers apart. */
export interface ComparableName {
  text: string;
  digits: string;
}

export function comparableName(name: string): ComparableName {
  const text = name.toLowerCase();
  return { text, digits: text.replace(/\D+/g, ' ').trim() };
}

/** How alike two names are, from 0 to 1; 0 below what counts. */
export function nameSimilarity(a: ComparableName, b: ComparableName): number {
  const longest = Math.max(a.text.length, b.text.length);
  const bound = Math.floor(longest * (1 - leastSimilarity) + 1e-9);
  // Names that differ in their numbers count things; they are not one name.
  if (
    Math.abs(a.text.length - b.text.length) > bound ||
    a.digits !== b.digits
  ) {
    return 0;
  }
  const distance = editDistance(a.text, b.text, bound);
  return distance > bound || longest === 0 ? 0 : 1 - distance / longest;
}

/**
 * Letters to add, drop or replace, or any number above the bound. Only places
 * that are no further apart than the bound are looked at.
 */
function editDistance(a: string, b: string, bound: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = new Array<number>(b.length + 1).fill(bound + 1);
    current[0] = i;
    let least = i;
    const last = Math.min(b.length, i + bound);
    for (let j = Math.max(1, i - bound); j <= last; j++) {
      const replaced = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(previous[j] + 1, current[j - 1] + 1, replaced);
      least = Math.min(least, current[j]);
    }
    if (least > bound) {
      return bound + 1;
    }
    previous = current;
  }
  return previous[b.length];
}
