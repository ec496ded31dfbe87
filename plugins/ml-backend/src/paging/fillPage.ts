/**
 * How often a page is filled up with what the caller may see before it is
 * answered as it is, with a place to go on from.
 */
const MAX_ROUNDS = 10;
/** Rows looked at in one round at most. */
const MAX_REFILL = 500;
/** And at least, because to ask costs more than to look at a few in vain. */
const MIN_REFILL = 10;
/** So many times as many rows as in the round before, if that was not enough. */
const REFILL_GROWTH = 4;

/**
 * Fills a page of a list of which the caller may not see everything: rows are
 * selected and looked at until the page is full, the list has ended or enough
 * was tried. `next` is missing at the end of the list.
 */
export async function fillPage<TRow, TFound, TPlace>(options: {
  limit: number;
  after: TPlace | undefined;
  /** Up to `size` rows in order, after a place. */
  select: (size: number, after: TPlace | undefined) => Promise<TRow[]>;
  /** Those of the rows that the caller may see, in their order. */
  see: (rows: TRow[]) => Promise<TFound[]>;
  placeOfRow: (row: TRow) => TPlace;
  placeOfFound: (found: TFound) => TPlace;
}): Promise<{ found: TFound[]; next?: TPlace }> {
  const { limit, select, see, placeOfRow, placeOfFound } = options;
  const found: TFound[] = [];
  let { after } = options;
  let size = limit + 1;
  let looked = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const rows = await select(size, after);
    found.push(...(await see(rows)));
    if (found.length > limit) {
      return {
        found: found.slice(0, limit),
        next: placeOfFound(found[limit - 1]),
      };
    }
    if (rows.length < size) {
      return { found };
    }
    after = placeOfRow(rows[rows.length - 1]);
    looked += rows.length;
    const expected = rowsFor(limit + 1 - found.length, {
      found: found.length,
      of: looked,
    });
    size = Math.min(
      MAX_REFILL,
      round === 0 ? expected : Math.max(expected, size * REFILL_GROWTH),
    );
  }
  return { found, next: after };
}

/**
 * Twice the rows that some more are expected to take, as nobody wants a round
 * more. Where nothing could be seen nothing can be expected.
 */
function rowsFor(missing: number, seen: { found: number; of: number }): number {
  return seen.found === 0
    ? MAX_REFILL
    : Math.max(MIN_REFILL, Math.ceil((2 * missing * seen.of) / seen.found));
}
