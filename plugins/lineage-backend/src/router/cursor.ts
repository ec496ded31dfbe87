import { InputError } from '@backstage/errors';

/** A place in a list: the values it is ordered by, of the last item given. */
export type Place = readonly [string, string];

/** An opaque text that continues a list after a place in it. */
export function encodeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads what {@link encodeCursor} writes. Throws InputError for anything else. */
export function decodeCursor(cursor: string): Place {
  const parts = parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (
    Array.isArray(parts) &&
    parts.length === 2 &&
    parts.every(part => typeof part === 'string' && !part.includes('\0'))
  ) {
    return [parts[0], parts[1]];
  }
  throw new InputError(`cursor '${cursor}' was not given by this list`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever it is, it is no cursor; the caller says so.
    return undefined;
  }
}
