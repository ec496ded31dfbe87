import { normalizeSegment, parseSegment } from './segment';

describe('parseSegment', () => {
  it('reads pairs in any order and sorts them by key', () => {
    expect(parseSegment('store=0417,market=de')).toEqual([
      { key: 'market', value: 'de' },
      { key: 'store', value: '0417' },
    ]);
    expect(normalizeSegment('store=0417,market=de')).toBe(
      'market=de,store=0417',
    );
  });

  it('reads the whole segment', () => {
    expect(parseSegment('*')).toEqual([]);
    expect(normalizeSegment('*')).toBe('*');
  });

  it.each([
    ['', "has the part ''"],
    ['market', "has the part 'market'"],
    ['market=', "has the part 'market='"],
    ['market=de=at', "has the part 'market=de=at'"],
    ['Market=de', "has the part 'Market=de'"],
    ['market=de,*', "has the part '*'"],
    ['market=de,market=at', "the key 'market' more than once"],
    [`a=${'b'.repeat(300)}`, 'longer than 255'],
  ])('refuses %p', (text, message) => {
    expect(() => parseSegment(text)).toThrow(message);
  });
});
