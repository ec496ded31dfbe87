const MAX_DISTANCE = 2;
const MAX_LENGTH = 40;

/** The word that was probably meant, if one is at most two typing mistakes away. */
export function nearestWord(
  written: string,
  words: readonly string[],
): string | undefined {
  if (written.length > MAX_LENGTH) {
    return undefined;
  }
  let nearest: string | undefined;
  let shortest = MAX_DISTANCE + 1;
  for (const word of words) {
    const distance = editDistance(written.toLowerCase(), word.toLowerCase());
    // A short word is two edits away from nearly anything.
    if (distance < shortest && distance < word.length / 2) {
      nearest = word;
      shortest = distance;
    }
  }
  return nearest;
}

/** Insertions, deletions, replacements and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const best = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, replace);
      const isSwap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      rows[i][j] = isSwap ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }
  }
  return rows[a.length][b.length];
}
