import { durationToMilliseconds } from './duration';

const HOUR = 3600 * 1000;

describe('durationToMilliseconds', () => {
  it.each([
    ['45s', 45_000],
    ['12h', 12 * HOUR],
    ['7d', 7 * 24 * HOUR],
    ['2w', 14 * 24 * HOUR],
    ['P1D', 24 * HOUR],
    ['P2W', 14 * 24 * HOUR],
    ['PT90M', 1.5 * HOUR],
    ['P1DT12H', 36 * HOUR],
    ['PT1H2M3S', HOUR + 123_000],
  ])('%s', (text, expected) => {
    expect(durationToMilliseconds(text)).toBe(expected);
  });

  it.each(['', '7', 'P', 'soon', '1.5h', 'P1M'])('refuses %p', text => {
    expect(() => durationToMilliseconds(text)).toThrow('is not a duration');
  });
});
