import { createHash } from 'node:crypto';
import { toRunId } from './runIds';

describe('toRunId', () => {
  it('writes a UUID in lower case', () => {
    expect(
      toRunId('0193A5C0-7E1F-7C3A-9B52-0A6F4F6F2B11', 'run.runId', true),
    ).toEqual({ id: '0193a5c0-7e1f-7c3a-9b52-0a6f4f6f2b11' });
  });

  it('makes a UUID of version 5 from other ids, always the same', () => {
    const { id, originalId } = toRunId('scheduled__2026-11-25', 'id', false);
    const digest = createHash('sha1')
      .update(Buffer.from('5b1f8a0e6c1d4e0b9d0a3f6f2c7a9e41', 'hex'))
      .update('scheduled__2026-11-25')
      .digest('hex');
    expect(originalId).toBe('scheduled__2026-11-25');
    expect(id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(id.slice(0, 14)).toBe(
      `${digest.slice(0, 8)}-${digest.slice(8, 12)}-`,
    );
    expect(id.slice(24)).toBe(digest.slice(20, 32));
    expect(toRunId('scheduled__2026-11-24', 'id', false).id).not.toBe(id);
  });

  it.each([
    ['simple-run', "run.runId: 'simple-run' is not a UUID"],
    [undefined, 'run.runId is missing'],
    [7, 'run.runId: 7 is not a UUID'],
  ])('refuses %j when it is strict', (value, message) => {
    expect(() => toRunId(value, 'run.runId', true)).toThrow(message);
  });

  it.each([
    ['', "run.runId: '' is empty"],
    [7, 'run.runId: 7 is not a text'],
    [undefined, 'run.runId is missing'],
    ['a\u0000b', "run.runId: 'a\\u0000b' has control characters"],
    ['x'.repeat(257), 'has 257 characters, of 256 allowed'],
  ])('refuses %j always', (value, message) => {
    expect(() => toRunId(value, 'run.runId', false)).toThrow(message);
  });
});
