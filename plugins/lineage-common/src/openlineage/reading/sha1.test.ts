import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { sha1 } from './sha1';

describe('sha1', () => {
  it('is SHA-1', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        expect(Buffer.from(sha1(bytes)).toString('hex')).toBe(
          createHash('sha1').update(bytes).digest('hex'),
        );
      }),
    );
  });
});
