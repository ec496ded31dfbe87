import { CheckCache } from './CheckCache';

describe('CheckCache', () => {
  it('works once, until it was not asked for long', () => {
    const cache = new CheckCache<string>();
    const work = jest.fn(() => 'answer');
    expect(cache.once('a', work)).toBe('answer');
    for (let i = 0; i < 49; i++) {
      cache.once(`other ${i}`, () => '');
    }
    expect(cache.once('a', work)).toBe('answer');
    expect(work).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 50; i++) {
      cache.once(`another ${i}`, () => '');
    }
    cache.once('a', work);
    expect(work).toHaveBeenCalledTimes(2);
  });
});
