import { addDays, durationSeconds } from './dates';

describe('durationSeconds', () => {
  it.each([
    ['PT15M', 900],
    ['P30D', 2592000],
    ['P1Y', 31536000],
    ['P1W', 604800],
    ['P1DT12H', 129600],
    ['PT0.5S', 0.5],
  ])('reads %s', (text, seconds) => {
    expect(durationSeconds(text)).toBe(seconds);
  });

  it.each(['', 'P', 'PT', '15m', 'P1H', 'P1DT', '-P1D'])(
    'does not take %p for a duration',
    text => {
      expect(durationSeconds(text)).toBeUndefined();
    },
  );
});

describe('addDays', () => {
  it('goes over the end of months and years', () => {
    expect(addDays('2026-12-15', 30)).toBe('2027-01-14');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });
});
