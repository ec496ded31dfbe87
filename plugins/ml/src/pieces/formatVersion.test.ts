import { formatVersion } from './formatVersion';

describe('formatVersion', () => {
  it.each([
    ['44', 'v44'],
    ['1.2.0-rc', 'v1.2.0-rc'],
    ['2026', 'v2026'],
    ['2026-11', '2026-11'],
    ['2026-11-20T10', '2026-11-20T10'],
    ['eu:12', 'eu:12'],
    ['r3', 'r3'],
  ])('writes %s as %s', (label, text) => {
    expect(formatVersion(label)).toBe(text);
  });
});
