import fc from 'fast-check';
import { proportionInterval } from './proportionInterval';

describe('proportionInterval', () => {
  it('is that of the score test', () => {
    const [low, high] = proportionInterval(0.2, 100, 1.959964);
    expect(low).toBeCloseTo(0.13336, 4);
    expect(high).toBeCloseTo(0.28883, 4);
  });

  it('is wide where all of few rows agree', () => {
    expect(proportionInterval(1, 1, 1.959964)[0]).toBeCloseTo(0.2065, 3);
  });

  it('holds the share, and narrows with more rows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (share, n) => {
          const [low, high] = proportionInterval(share, n, 1.64);
          const [lowOfMore, highOfMore] = proportionInterval(
            share,
            n * 4,
            1.64,
          );
          expect(low).toBeLessThanOrEqual(share);
          expect(high).toBeGreaterThanOrEqual(share);
          expect(highOfMore - lowOfMore).toBeLessThanOrEqual(high - low);
        },
      ),
    );
  });
});
