import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';

/**
 * An opaque text that continues a list after a place in it.
 *
 * @param place - the values the list is ordered by, of the last item.
 * @param list - what tells the list from others: its filters and its order.
 */
export function encodeCursor(place: readonly string[], list: unknown): string {
  return Buffer.from(JSON.stringify([fingerprint(list), ...place])).toString(
    'base64url',
  );
}

/**
 * The two values a list is ordered by, at the place a cursor continues from.
 * Throws InputError when the text is no cursor, or belongs to another list.
 */
export function decodeCursor(cursor: string, list: unknown): [string, string] {
  const parts = readParts(cursor);
  if (parts?.length !== 3) {
    throw new InputError(`cursor '${cursor}' was not given by this list`);
  }
  const [mark, value, id] = parts;
  if (mark !== fingerprint(list)) {
    throw new InputError(
      `cursor '${cursor}' belongs to another list; start again without it`,
    );
  }
  return [value, id];
}

function readParts(cursor: string): string[] | undefined {
  try {
    const parts: unknown = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    return Array.isArray(parts) && parts.every(p => typeof p === 'string')
      ? parts
      : undefined;
  } catch {
    // Whatever it is, it is no cursor; the caller says so.
    return undefined;
  }
}

/** The same for the same filters, in whatever order they are given. */
function fingerprint(list: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(list)))
    .digest('hex')
    .slice(0, 16);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, v]) => [key, sorted(v)]);
  }
  return value;
}
