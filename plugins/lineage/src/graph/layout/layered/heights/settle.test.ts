import * as fc from 'fast-check';
import { Separations } from './separateBlocks';
import { settle } from './settle';

/** Blocks in one column, each so far below the one before. */
const column = (...distances: number[]): Separations => ({
  downwards: [0, ...distances.map((_, index) => index + 1)],
  above: [
    [],
    ...distances.map((distance, index) => [{ upper: index, distance }]),
  ],
});

const anyProblem = fc.integer({ min: 1, max: 12 }).chain(count =>
  fc.record({
    wishes: fc.array(fc.integer({ min: -100, max: 100 }), {
      minLength: count,
      maxLength: count,
    }),
    weights: fc.array(fc.integer({ min: 1, max: 9 }), {
      minLength: count,
      maxLength: count,
    }),
    above: fc.tuple(
      ...Array.from({ length: count }, (_, block) =>
        block === 0
          ? fc.constant([])
          : fc.array(
              fc.record({
                upper: fc.nat({ max: block - 1 }),
                distance: fc.integer({ min: 0, max: 50 }),
              }),
              { maxLength: 3 },
            ),
      ),
    ),
  }),
);

describe('settle', () => {
  it('grants wishes that are far enough from each other', () => {
    expect(
      settle(column(10, 10), { wishes: [-5, 5, 20], weights: [1, 1, 1] }),
    ).toEqual([-5, 5, 20]);
  });

  it('puts what wishes to be in one place around it', () => {
    expect(
      settle(column(10, 10), { wishes: [7, 7, 7], weights: [1, 1, 1] }),
    ).toEqual([-3, 7, 17]);
  });

  it('minds what matters more', () => {
    expect(settle(column(10), { wishes: [0, 0], weights: [4, 1] })).toEqual([
      -2, 8,
    ]);
  });

  it('moves what is above out of the way of what comes later', () => {
    // The last one drags all of them up.
    expect(
      settle(column(10, 10), { wishes: [0, 10, -10], weights: [1, 1, 1] }),
    ).toEqual([-10, 0, 10]);
  });

  it('keeps all distances', () => {
    fc.assert(
      fc.property(anyProblem, ({ wishes, weights, above }) => {
        const heights = settle(
          { downwards: wishes.map((_, block) => block), above },
          { wishes, weights },
        );
        above.forEach((separations, lower) =>
          separations.forEach(({ upper, distance }) =>
            expect(heights[lower] - heights[upper]).toBeGreaterThan(
              distance - 1e-3,
            ),
          ),
        );
      }),
    );
  });
});
