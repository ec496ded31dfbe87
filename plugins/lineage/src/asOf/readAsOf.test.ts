import { readAsOf, toLocalText } from './readAsOf';

const NOW = Date.parse('2026-11-25T12:00:00Z');

describe('readAsOf', () => {
  it('takes now for granted', () => {
    expect(readAsOf(undefined, NOW)).toEqual({});
  });

  it.each([
    ['2026-11-01T10:00:00+02:00', { time: '2026-11-01T08:00:00.000Z' }],
    ['2026-11-25T12:00:00Z', { time: '2026-11-25T12:00:00.000Z' }],
    ['2026-11-25T12:00:01Z', { problem: 'future' }],
    ['yesterday', { problem: 'unreadable' }],
    ['2026-13-01', { problem: 'unreadable' }],
    ['0202-11-01T10:00', { problem: 'unreadable' }],
  ])('reads %s', (text, expected) => {
    expect(readAsOf(text, NOW)).toEqual(expected);
  });

  it('reads what fields for local times hold, and writes it', () => {
    const { time } = readAsOf('2026-11-01T10:00', NOW);
    expect(Date.parse(time!)).toBe(new Date(2026, 10, 1, 10).getTime());
    expect(toLocalText(time!)).toBe('2026-11-01T10:00');
  });
});
