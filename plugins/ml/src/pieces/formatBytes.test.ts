import { formatBytes } from './formatBytes';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [48_300_000, '48.3 MB'],
    [999_960, '1.00 MB'],
    [7.2e18, '7\u202f200 PB'],
  ])('writes %p', (bytes, text) => {
    expect(formatBytes(bytes).replace('\u00a0', ' ')).toBe(text);
  });
});
