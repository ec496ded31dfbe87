import { judgeDifference } from './judgeDifference';

describe('judgeDifference', () => {
  it.each<[string, [number, number] | undefined, [number, number] | undefined]>(
    [
      ['noise', [0.9, 0.92], [0.91, 0.93]],
      ['noise', [0.9, 0.92], [0.92, 0.93]],
      ['noise', [0.9, 0.99], [0.92, 0.93]],
      ['clear', [0.9, 0.91], [0.92, 0.93]],
      ['clear', [0.92, 0.93], [0.9, 0.91]],
      ['unknown', undefined, [0.9, 0.91]],
      ['unknown', [0.9, 0.91], undefined],
    ],
  )('says %s of %p and %p', (verdict, a, b) => {
    expect(judgeDifference({ ci: a }, { ci: b })).toBe(verdict);
  });
});
