import { nearestWord } from './nearestWord';

const words = ['owner', 'uses', 'consumes', 'trainedOn', 'api'];

describe('nearestWord', () => {
  it.each([
    ['onwer', 'owner'],
    ['Owner', 'owner'],
    ['trainOn', 'trainedOn'],
    ['consume', 'consumes'],
    ['apis', 'api'],
  ])('takes %s for %s', (written, meant) => {
    expect(nearestWord(written, words)).toBe(meant);
  });

  it.each(['colour', 'x', '', 'owner'.repeat(100)])(
    'has no idea what %s means',
    written => {
      expect(nearestWord(written, words)).toBeUndefined();
    },
  );
});
