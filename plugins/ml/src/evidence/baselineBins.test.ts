import { baselineBins } from './baselineBins';

describe('baselineBins', () => {
  it('names the bins of numbers by their edges', () => {
    expect(baselineBins({ edges: [0, 0.5, 2000], counts: [1, 3] })).toEqual([
      { name: '0 to 0.500', count: 1, share: 0.25 },
      { name: '0.500 to 2\u202f000', count: 3, share: 0.75 },
    ]);
  });

  it('names the others by their category', () => {
    expect(baselineBins({ categories: ['a', 'b'], counts: [0, 0] })).toEqual([
      { name: 'a', count: 0, share: 0 },
      { name: 'b', count: 0, share: 0 },
    ]);
  });
});
