import { linearTimePatterns } from './linearTimePatterns';

describe('linearTimePatterns', () => {
  it('gives the named groups of a match of the whole text', () => {
    const pattern = linearTimePatterns(
      '^(?<model>.+?)(?:_store_(?<variant>\\d+))?$',
    );
    expect(pattern.groups).toEqual(['model', 'variant']);
    expect(pattern.match('demand_store_0417')).toEqual({
      model: 'demand',
      variant: '0417',
    });
    expect(pattern.match('demand')).toEqual({ model: 'demand' });
    expect(pattern.match('')).toBeUndefined();
  });

  it('does not match a part of the text', () => {
    expect(linearTimePatterns('b').match('abc')).toBeUndefined();
  });

  it.each(['(', '(a)\\1', '(?=a)'])('refuses %s', pattern => {
    expect(() => linearTimePatterns(pattern)).toThrow();
  });

  it('comes to an end where backtracking would not', () => {
    const pattern = linearTimePatterns('(a+)+b');
    expect(pattern.match('a'.repeat(5000))).toBeUndefined();
  });
});
