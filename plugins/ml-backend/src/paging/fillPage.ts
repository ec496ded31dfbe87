/**
 * How often a page is filled up with what the caller may see before it is
 * answered as it is, with a place to go on from.
 */
const MAX_ROUNDS = 10;
/** Rows looked at per round once the first did not fill the page. */
const REFILL_SIZE = 500;

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
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const size = round === 0 ? limit + 1 : REFILL_SIZE;
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
  }
  return { found, next: after };
}
