import { fromFieldTime, toFieldTime } from './localTime';

describe('the time of a date-time field', () => {
  it('is the same moment there and back, in any zone', () => {
    const time = fromFieldTime(toFieldTime('2026-03-01T12:34:56.000Z'));
    expect(time).toBe('2026-03-01T12:34:00.000Z');
  });

  it.each([undefined, '', 'yesterday'])('is empty for %p', time => {
    expect(toFieldTime(time)).toBe('');
  });

  it.each(['', '2026-', '2026-02-30T10:00'])(
    'is none while %p is typed',
    text => expect(fromFieldTime(text)).toBeUndefined(),
  );
});
