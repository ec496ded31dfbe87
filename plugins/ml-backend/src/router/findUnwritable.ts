/** Numbers that Python and JavaScript have and JSON has not. */
const UNWRITABLE = /^(?:NaN|-?Infinity)$/;
/** What no body that is taken has more of. */
const MAX_DEPTH = 100;
/** As much of a text as is looked at. */
const MAX_LENGTH = 256 * 1024;
const MAX_KEY_LENGTH = 100;

/** A number that is no JSON, and where it stands: `metrics.0.value`. */
export interface UnwritableNumber {
  path: string;
  value: string;
}

/**
 * Finds the first number in a text that would be JSON without it. It is not
 * parsed for that: one pass over so many characters, in which nothing is built.
 */
export function findUnwritable(text: string): UnwritableNumber | undefined {
  const end = Math.min(text.length, MAX_LENGTH);
  const place: (string | number)[] = [];
  let position = 0;
  while (position < end) {
    const at = text[position];
    if (at === '"') {
      const close = endOfString(text, position, end);
      if (isKey(text, close, end) && place.length > 0) {
        place[place.length - 1] = text
          .slice(position + 1, close - 1)
          .slice(0, MAX_KEY_LENGTH);
      }
      position = close;
    } else if (at === '{' || at === '[') {
      place.push(at === '[' ? 0 : '');
      if (place.length > MAX_DEPTH) {
        return undefined;
      }
      position += 1;
    } else if (at === '}' || at === ']') {
      place.pop();
      position += 1;
    } else if (at === ',') {
      const last = place[place.length - 1];
      if (typeof last === 'number') {
        place[place.length - 1] = last + 1;
      }
      position += 1;
    } else if (/[\w+.-]/.test(at)) {
      const word = wordAt(text, position, end);
      if (UNWRITABLE.test(word)) {
        return { path: place.join('.'), value: word };
      }
      position += word.length;
    } else {
      position += 1;
    }
  }
  return undefined;
}

/** The place behind the quote that ends a string. */
function endOfString(text: string, start: number, end: number): number {
  let position = start + 1;
  while (position < end && text[position] !== '"') {
    position += text[position] === '\\' ? 2 : 1;
  }
  return Math.min(position + 1, end);
}

/** Whether a string that ended here names a member. */
function isKey(text: string, from: number, end: number): boolean {
  let position = from;
  while (position < end && /\s/.test(text[position])) {
    position += 1;
  }
  return text[position] === ':';
}

function wordAt(text: string, start: number, end: number): string {
  let position = start;
  while (position < end && /[\w+.-]/.test(text[position])) {
    position += 1;
  }
  return text.slice(start, position);
}
