import { requireSameNodes } from './requireSameNodes';

describe('requireSameNodes', () => {
  it('does not mind the order', () => {
    expect(() => requireSameNodes('it', [1, 2, 3], [3, 1, 2])).not.toThrow();
  });

  it.each([
    [[1, 2], 'it found 2 of 3 nodes: 1 are missing, 0 do not belong there'],
    [[1, 2, 3, 4], 'it found 4 of 3 nodes: 0 are missing, 1 do not belong'],
    [[1, 2, 3, 3], 'it found 4 of 3 nodes: 0 are missing, 1 do not belong'],
  ])('refuses %j', (found, problem) => {
    expect(() => requireSameNodes('it', [1, 2, 3], found)).toThrow(problem);
  });
});
