import { ageOf } from './ageOf';

describe('ageOf', () => {
  it.each([
    [-30, 'now', 0],
    [59, 'now', 0],
    [119, 'minutes', 1],
    [47 * 3600, 'days', 1],
    [3 * 365 * 86_400, 'years', 3],
  ])('writes %p s as %s %p', (seconds, unit, amount) => {
    expect(ageOf(seconds)).toEqual({ unit, amount });
  });
});
