import { personalDataOf } from './personalDataOf';

describe('personalDataOf', () => {
  it('gathers the flags, each once, and counts what nobody looked at', () => {
    expect(
      personalDataOf([
        { name: 'a', personalData: ['location', 'indirect'] },
        { name: 'b', personalData: ['indirect'] },
        { name: 'c', personalData: [] },
        { name: 'd' },
      ]),
    ).toEqual({ flags: ['indirect', 'location'], notLookedAt: 1 });
  });
});
