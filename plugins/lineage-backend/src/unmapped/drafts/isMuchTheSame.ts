/** Shorter names differ by a letter and mean something else. */
const LEAST_FOR_ONE = 5;
const LEAST_FOR_TWO = 10;

/**
 * Whether a dataset or job of this name may be an entity of that name. Compared
 * are letters and digits, of the whole name and of its last parts: databases and
 * paths come first in the names of events.
 */
export function isMuchTheSame(observed: string, entity: string): boolean {
  const other = simplify(entity);
  return endingsOf(observed).some(ending => {
    const name = simplify(ending);
    const most = Math.min(name.length, other.length);
    const allowed =
      (most >= LEAST_FOR_ONE ? 1 : 0) + (most >= LEAST_FOR_TWO ? 1 : 0);
    return most > 0 && distance(name, other, allowed) <= allowed;
  });
}

/**
 * A part of a name by which the catalog is searched for such entities: the start
 * of its longest word, as words mostly differ at their end.
 */
export function searchWordOf(observed: string): string {
  const [last] = endingsOf(observed);
  const words = last.split(/[^A-Za-z0-9]+/);
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '');
  return longest.length < LEAST_FOR_ONE ? longest : longest.slice(0, -2);
}

/** `orders`, `public.orders` and `shop.public.orders`. */
function endingsOf(name: string): string[] {
  const parts = name.split(/[./:\\]+/).filter(Boolean);
  return [1, 2, parts.length]
    .filter((count, index, all) => all.indexOf(count) === index)
    .map(count => parts.slice(-count).join('.'));
}

function simplify(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** How many letters have to be changed, put in or left out; given up beyond `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) {
    return most + 1;
  }
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = before[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(changed, before[j] + 1, row[j - 1] + 1));
    }
    if (Math.min(...row) > most) {
      return most + 1;
    }
    before = row;
  }
  return before[b.length];
}
