import { cardBody } from './cardBody';

describe('cardBody', () => {
  it.each([
    ['a block is cut off', '---\nlicense: mit\n---\n\n# Card\n', '# Card\n'],
    ['with Windows line ends', '---\r\na: 1\r\n---\r\nText', 'Text'],
    [
      'a card without one stays',
      '# Card\n\n---\n\nText',
      '# Card\n\n---\n\nText',
    ],
    ['a block without end is text', '---\nlicense: mit', '---\nlicense: mit'],
    ['an empty block', '---\n---\nText', 'Text'],
    ['nothing', '', ''],
  ])('%s', (_, text, body) => {
    expect(cardBody(text)).toBe(body);
  });
});
