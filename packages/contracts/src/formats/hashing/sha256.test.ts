import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256 } from './sha256';

describe('sha256', () => {
  it('is what Node computes, around the borders of blocks too', () => {
    for (let length = 0; length < 200; length += 1) {
      const text = 'ä'.repeat(length % 7) + 'x'.repeat(length);
      expect(sha256(text)).toBe(
        createHash('sha256').update(text).digest('hex'),
      );
    }
  });

  it('is what Node computes for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
        expect(sha256(text)).toBe(
          createHash('sha256').update(text).digest('hex'),
        );
      }),
    );
  });
});
