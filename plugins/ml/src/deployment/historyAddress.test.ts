import {
  isHistoryOpen,
  readHistoryTime,
  setHistoryTime,
  toggleHistory,
} from './historyAddress';

const at = (search: string) => new URLSearchParams(search);

describe('the history in the address', () => {
  it('opens, and closes with what was asked of it', () => {
    const open = toggleHistory(at('theme=x'));
    expect(isHistoryOpen(open)).toBe(true);
    const asked = setHistoryTime(open, '2026-03-01T12:00:00.000Z');
    expect(toggleHistory(asked).toString()).toBe('theme=x');
  });

  it('has its time in UTC, whatever zone it was written in', () => {
    expect(readHistoryTime(at('at=2026-03-01T12:00:00%2B02:00'))).toBe(
      '2026-03-01T10:00:00.000Z',
    );
  });

  it.each(['', 'at=', 'at=yesterday'])('has no time in %p', search => {
    expect(readHistoryTime(at(search))).toBeUndefined();
  });
});
