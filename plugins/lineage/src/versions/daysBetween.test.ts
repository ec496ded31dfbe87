import { isReversed, timesOf } from './daysBetween';

describe('timesOf', () => {
  it('takes whole days of this place, the last one included', () => {
    const { from, to } = timesOf({ from: '2026-11-01', to: '2026-11-02' });
    expect(Date.parse(from!)).toBe(new Date(2026, 10, 1).getTime());
    expect(Date.parse(to!)).toBe(new Date(2026, 10, 3).getTime() - 1);
  });

  it('has no bound where none is named', () => {
    expect(timesOf({ from: '', to: '' })).toEqual({});
  });
});

describe('isReversed', () => {
  it.each([
    ['2026-11-02', '2026-11-01', true],
    ['2026-11-01', '2026-11-01', false],
    ['2026-11-02', '', false],
  ])('of %s to %s is %s', (from, to, expected) => {
    expect(isReversed({ from, to })).toBe(expected);
  });
});
