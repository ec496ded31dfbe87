import { bitsOfTransformation, influencesOf } from './fieldKinds';

describe('kinds of connections between fields', () => {
  it.each([
    ['DIRECT', 'IDENTITY', 1, []],
    ['DIRECT', 'FILTER', 1, []],
    ['INDIRECT', undefined, 2, []],
    ['INDIRECT', 'IDENTITY', 2, []],
    ['INDIRECT', 'FILTER', 6, ['filter']],
    ['INDIRECT', 'JOIN', 10, ['join']],
    ['INDIRECT', 'GROUP_BY', 18, ['groupBy']],
    ['INDIRECT', 'SORT', 34, ['sort']],
    ['INDIRECT', 'WINDOW', 66, ['window']],
    ['INDIRECT', 'CONDITIONAL', 130, ['conditional']],
    ['SIDEWAYS', 'FILTER', 0, []],
    [undefined, 'FILTER', 0, []],
  ])('%p, %p has bits %p and says %p', (type, subtype, bits, influences) => {
    expect(bitsOfTransformation(type, subtype)).toBe(bits);
    expect(influencesOf(bits)).toEqual(influences);
  });

  it('are added up', () => {
    expect(influencesOf(1 | 2 | 4 | 32)).toEqual(['filter', 'sort']);
  });
});
