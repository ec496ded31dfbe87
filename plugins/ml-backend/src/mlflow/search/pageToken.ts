import { InputError } from '@backstage/errors';
import { decodeCursor, encodeCursor } from '../../paging/cursor';

/** A text that continues a search after a place in it. */
export function encodePageToken(
  place: readonly (string | number)[],
  search: unknown,
): string {
  return encodeCursor([JSON.stringify(place), ''], search);
}

/**
 * The place a token continues from. Throws InputError for the token of another
 * search: going on with it would skip or repeat.
 */
export function decodePageToken(
  token: string | undefined,
  search: unknown,
): (string | number)[] | undefined {
  if (!token) {
    return undefined;
  }
  let place: unknown;
  try {
    [place] = decodeCursor(token, search)
      .slice(0, 1)
      .map(text => JSON.parse(text));
  } catch (error) {
    throw new InputError(
      `page_token '${token.slice(0, 100)}' does not belong to this search: same filter, same order_by; start again without it`,
      error,
    );
  }
  if (
    !Array.isArray(place) ||
    !place.every(v => typeof v === 'string' || typeof v === 'number')
  ) {
    throw new InputError(
      `page_token '${token.slice(0, 100)}' is not one of ours`,
    );
  }
  return place;
}
