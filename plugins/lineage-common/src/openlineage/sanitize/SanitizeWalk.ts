const MAX_CHANGES = 100;
const MAX_PATH = 500;

/** Where the walk through an event is, and what it has done. */
export interface SanitizeWalk {
  /** Keys and indexes that lead to the present value. */
  path: (string | number)[];
  changes: string[];
  /** No less than the bytes, in JSON, of all that was seen so far. */
  weight: number;
  /** A value that contains itself would never end. */
  left: number;
}

/** Remembers that something was changed at the present place; never what was there. */
export function noteChange(walk: SanitizeWalk, what: string): void {
  if (walk.changes.length < MAX_CHANGES) {
    walk.changes.push(`${formatPath(walk.path)}: ${what}`);
  }
}

function formatPath(path: (string | number)[]): string {
  const text = path
    .map((part, index) => {
      if (typeof part === 'number') {
        return `[${part}]`;
      }
      return index === 0 ? part : `.${part}`;
    })
    .join('');
  return text === '' ? 'event' : text.slice(0, MAX_PATH);
}
