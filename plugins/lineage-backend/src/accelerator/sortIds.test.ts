import { sortIds } from './sortIds';

/** The same numbers each time, all over the place. */
function someIds(count: number, below: number): Int32Array {
  let state = 7;
  return Int32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % below;
  });
}

describe('sortIds', () => {
  it.each([
    [0, 1],
    [1, 10],
    [1_023, 100_000],
    [1_024, 512],
    [5_000, 1],
    [5_000, 2_048],
    [5_000, 2_049],
    [50_000, 2 ** 22],
    [50_000, 2 ** 26],
    [50_000, 2 ** 31],
  ])('sorts %d ids below %d in place', (count, below) => {
    const ids = someIds(count, below);
    const expected = Array.from(ids).sort((a, b) => a - b);
    expect(sortIds(ids)).toBe(ids);
    expect(Array.from(ids)).toEqual(expected);
  });
});
