import { createHash } from 'node:crypto';
import { hashOf, latest, timeOf, toStamp } from './stamps';

const TIME = '2026-11-25T08:00:00.000000000Z';

describe('toStamp', () => {
  it.each(['a', 'b', 'an event', ''])(
    'has the same 16 digits for both ways to write the SHA-256 of %j',
    text => {
      const sha256 = createHash('sha256').update(text);
      const hex = sha256.copy().digest('hex');
      const expected = `${TIME}|${hex.slice(0, 16)}`;
      expect(toStamp(TIME, hex)).toBe(expected);
      expect(toStamp(TIME, sha256.digest('base64url'))).toBe(expected);
    },
  );

  it('is taken apart again', () => {
    const stamp = toStamp(TIME, '0123456789abcdef');
    expect(timeOf(stamp)).toBe(TIME);
    expect(hashOf(stamp)).toBe('0123456789abcdef');
  });
});

describe('latest', () => {
  it('takes the greater stamp', () => {
    const a = { stamp: '1', value: 'z' };
    const b = { stamp: '2', value: 'a' };
    expect(latest(a, b)).toBe(b);
    expect(latest(b, a)).toBe(b);
    expect(latest(undefined, a)).toBe(a);
    expect(latest(a, undefined)).toBe(a);
  });

  it('takes the same of two with one stamp, whichever comes first', () => {
    const a = { stamp: '1', value: ['x'] };
    const b = { stamp: '1', value: ['y'] };
    expect(latest(a, b)).toBe(latest(b, a));
  });
});
