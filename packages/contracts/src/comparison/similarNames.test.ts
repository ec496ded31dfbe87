import { movedFields } from './movedFields';
import { comparableName, nameSimilarity } from './similarNames';

describe('nameSimilarity', () => {
  it.each([
    ['customer_segment', 'customer_segments', true],
    ['customerSegment', 'customer_segment', true],
    ['age', 'ages', false],
    ['feature_0001', 'feature_0002', false],
    ['customer_income', 'customer_outcome', false],
  ])('%s and %s: %s', (a, b, alike) => {
    const [left, right] = [comparableName(a), comparableName(b)];
    expect(nameSimilarity(left, right) > 0).toBe(alike);
    expect(nameSimilarity(right, left)).toBe(nameSimilarity(left, right));
  });
});

describe('movedFields', () => {
  it.each([
    [[0, 1, 2, 3], []],
    [[1, 2, 3, 0], [3]],
    [[3, 0, 1, 2], [0]],
    [
      [2, 1, 0],
      [0, 1],
    ],
  ])('of the old places %p moves %p', (olds, moved) => {
    const kept = olds.map((old, index) => ({ old, new: index }));
    expect([...movedFields(kept)]).toEqual(moved);
  });
});
