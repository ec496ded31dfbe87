import { createRandom, nextNormal } from './createRandom';

const take = (seed: string, count: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random());
};

describe('createRandom', () => {
  it('repeats itself for the same seed and differs for another', () => {
    expect(take('store 0001', 5)).toEqual(take('store 0001', 5));
    expect(take('store 0001', 5)).not.toEqual(take('store 0002', 5));
  });

  it('spreads evenly between 0 and 1', () => {
    const numbers = take('spread', 5000);
    const mean = numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(mean).toBeCloseTo(0.5, 1);
  });
});

describe('nextNormal', () => {
  it('has a mean of 0, a deviation of 1 and no outliers', () => {
    const random = createRandom('normal');
    const numbers = Array.from({ length: 5000 }, () => nextNormal(random));
    const mean = numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
    const variance =
      numbers.reduce((sum, n) => sum + (n - mean) ** 2, 0) / numbers.length;

    expect(mean).toBeCloseTo(0, 1);
    expect(Math.sqrt(variance)).toBeCloseTo(1, 1);
    expect(Math.max(...numbers.map(Math.abs))).toBeLessThanOrEqual(3);
  });
});
