import { normalQuantile } from './normalQuantile';

describe('normalQuantile', () => {
  it.each([
    [0.5, 0],
    [0.8, 0.8416212336],
    [0.95, 1.644853627],
    [0.975, 1.9599639845],
    [0.999, 3.0902323062],
    [0.9999, 3.7190164855],
  ])('of %p is %p', (probability, z) => {
    expect(normalQuantile(probability)).toBeCloseTo(z, 8);
  });
});
