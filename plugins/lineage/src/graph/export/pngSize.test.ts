import { pngSize } from './pngSize';

describe('pngSize', () => {
  it('is sharp where there is room', () => {
    expect(pngSize({ width: 1_000, height: 500 })).toEqual({
      width: 2_000,
      height: 1_000,
      scale: 2,
    });
  });

  it.each([
    [3_000, 60_000],
    [60_000, 100],
    [20_000, 20_000],
    [16_384, 16_384],
  ])('stays within the bounds of browsers with %d by %d', (width, height) => {
    const size = pngSize({ width, height });
    expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(16_384);
    expect(size.width * size.height).toBeLessThanOrEqual(64_000_000);
    expect(size.scale).toBeLessThan(1);
    // It is the same picture, only smaller.
    expect(size.width).toBe(Math.floor(width * size.scale));
    expect(size.height).toBe(Math.floor(height * size.scale));
  });

  it('leaves something of what is hardly there', () => {
    const { height } = pngSize({ width: 1_000_000, height: 1 });
    expect(height).toBe(1);
  });
});
