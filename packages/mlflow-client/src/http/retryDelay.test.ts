import { parseRetryAfter, retryDelay } from './retryDelay';

describe('retryDelay', () => {
  it('doubles up to ten seconds', () => {
    expect([0, 1, 2, 3, 10].map(attempt => retryDelay(attempt, 1))).toEqual([
      250, 500, 1000, 2000, 10_000,
    ]);
  });

  it('is half random', () => {
    expect(retryDelay(2, 0)).toBe(500);
    expect(retryDelay(2, 0.5)).toBe(750);
  });

  it('is never less than the server asked for', () => {
    expect(retryDelay(0, 0, 3000)).toBe(3000);
    expect(retryDelay(4, 1, 3000)).toBe(4000);
  });
});

describe('parseRetryAfter', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');

  it.each([
    ['5', 5000],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('%s', (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });
});
