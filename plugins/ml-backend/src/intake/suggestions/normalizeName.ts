const separators = /[\s._\-/\\()[\]{}+:,;]+/;
const endings = new Set(['test', 'copy', 'final', 'new', 'old', 'tmp', 'bak']);
const version = /^v?\d+$/;

/**
 * What is left of a name without letter case, separators, and endings that
 * people give to copies and further tries: `Fraud_Score-v2 (copy)` and
 * `fraud-score` are the same. A name that is nothing but such an ending stays.
 */
export function normalizeName(name: string): string {
  const words = name.toLowerCase().split(separators).filter(Boolean);
  while (words.length > 1 && isEnding(words[words.length - 1])) {
    words.pop();
  }
  const joined = words.join('');
  return joined.replace(/\d+$/, '') || joined;
}

function isEnding(word: string): boolean {
  return endings.has(word) || version.test(word);
}
