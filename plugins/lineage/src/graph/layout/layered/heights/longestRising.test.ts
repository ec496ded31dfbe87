import { longestRising } from './longestRising';

describe('longestRising', () => {
  it.each([
    [[], []],
    [[4], [0]],
    [
      [3, 1, 2],
      [1, 2],
    ],
    [
      [1, 9, 2, 3],
      [0, 2, 3],
    ],
    [
      [5, 1, 6, 2, 7, 3, 4],
      [1, 3, 5, 6],
    ],
    [[2, 2], [0]],
  ])('picks of %j the positions %j', (numbers, positions) => {
    expect(longestRising(numbers).map(at => numbers[at])).toEqual(
      positions.map(at => numbers[at]),
    );
  });
});
