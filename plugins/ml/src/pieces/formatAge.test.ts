import { ageOf } from './formatAge';

describe('ageOf', () => {
  it.each([
    [0, 'now', 0],
    [59, 'now', 0],
    [60, 'minutes', 1],
    [3599, 'minutes', 59],
    [3600, 'hours', 1],
    [47 * 3600, 'days', 1],
    [400 * 86400, 'days', 400],
    [800 * 86400, 'years', 2],
  ])('puts %p seconds in %p', (seconds, unit, amount) => {
    expect(ageOf(seconds)).toEqual({ unit, amount });
  });
});
