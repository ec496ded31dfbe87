import { decodeCursor, encodeCursor } from './cursor';

const list = { model: 'model:default/fraud', filter: { label: '2' } };

describe('cursor', () => {
  it('brings back the place, whatever the order of the filters', () => {
    const cursor = encodeCursor(['2026', 'x'], list);
    expect(
      decodeCursor(cursor, { filter: list.filter, model: list.model }),
    ).toEqual(['2026', 'x']);
  });

  it('refuses another list', () => {
    const cursor = encodeCursor(['2026', 'x'], list);
    expect(() =>
      decodeCursor(cursor, { ...list, filter: { label: '3' } }),
    ).toThrow(/belongs to another list/);
  });

  it.each(['', 'x', 'bnVsbA', Buffer.from('[1,2,3]').toString('base64url')])(
    'refuses %j',
    text => {
      expect(() => decodeCursor(text, list)).toThrow(/not given by this list/);
    },
  );
});
