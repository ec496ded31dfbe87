import { fillPage } from './fillPage';

describe('fillPage', () => {
  /** A list of numbers of which the caller may see some. */
  async function page(options: {
    length: number;
    limit: number;
    after?: number;
    mayThisBeSeen: (row: number) => boolean;
  }) {
    const sizes: number[] = [];
    const result = await fillPage<number, { row: number }, number>({
      limit: options.limit,
      after: options.after,
      select: async (size, after = -1) => {
        sizes.push(size);
        const rest = Math.max(0, options.length - after - 1);
        return Array.from(
          { length: Math.min(size, rest) },
          (_, index) => after + 1 + index,
        );
      },
      see: async rows =>
        rows.filter(options.mayThisBeSeen).map(row => ({ row })),
      placeOfRow: row => row,
      placeOfFound: ({ row }) => row,
    });
    return { ...result, rows: result.found.map(({ row }) => row), sizes };
  }

  it('looks once where everything may be seen', async () => {
    const first = await page({
      length: 5,
      limit: 2,
      mayThisBeSeen: () => true,
    });
    expect(first).toMatchObject({ rows: [0, 1], next: 1, sizes: [3] });
    const last = await page({
      length: 5,
      limit: 2,
      after: 2,
      mayThisBeSeen: () => true,
    });
    expect(last.rows).toEqual([3, 4]);
    expect(last).not.toHaveProperty('next');
  });

  it('fills up what was dropped, and loses nothing on the way', async () => {
    const mayThisBeSeen = (row: number) => row % 300 === 0;
    const seen: number[] = [];
    let after: number | undefined;
    do {
      const { rows, next } = await page({
        length: 2000,
        limit: 2,
        after,
        mayThisBeSeen,
      });
      seen.push(...rows);
      after = next;
    } while (after !== undefined);
    expect(seen).toEqual([0, 300, 600, 900, 1200, 1500, 1800]);
  });

  it('looks at few more rows where few were dropped, and at more if they do not do', async () => {
    const few = await page({
      length: 1000,
      limit: 50,
      mayThisBeSeen: row => row !== 7,
    });
    expect(few.sizes).toEqual([51, 10]);
    expect(few.rows).toHaveLength(50);
    expect(few).toHaveProperty('next', 50);
    const rare = await page({
      length: 1000,
      limit: 50,
      mayThisBeSeen: row => row < 50 || row > 700,
    });
    expect(rare.sizes).toEqual([51, 10, 40, 160, 500]);
    expect(rare.next).toBe(49);
  });

  it('gives up after ten rounds, with a place to go on from', async () => {
    const { rows, next, sizes } = await page({
      length: 100_000,
      limit: 10,
      mayThisBeSeen: () => false,
    });
    expect(rows).toEqual([]);
    expect(sizes).toEqual([11, ...Array(9).fill(500)]);
    expect(next).toBe(11 + 9 * 500 - 1);
  });
});
