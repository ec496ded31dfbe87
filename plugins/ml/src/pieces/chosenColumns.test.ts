import { isShown, readColumnChoices, toggleColumn } from './chosenColumns';

const plain = { id: 'owner' };
const optional = { id: 'digest', optional: true };
const always = { id: 'version', always: true };

describe('chosen columns', () => {
  it('are shown by default unless they are optional', () => {
    expect(isShown(plain, {})).toBe(true);
    expect(isShown(optional, {})).toBe(false);
    expect(isShown(always, { version: false })).toBe(true);
  });

  it('keep only what differs from the default', () => {
    const hidden = toggleColumn(plain, {});
    expect(hidden).toEqual({ owner: false });
    expect(toggleColumn(plain, hidden)).toEqual({});
    const shown = toggleColumn(optional, hidden);
    expect(shown).toEqual({ owner: false, digest: true });
    expect(isShown(optional, shown)).toBe(true);
    expect(toggleColumn(optional, shown)).toEqual({ owner: false });
  });

  it.each([undefined, null, 'owner', ['owner'], { owner: 'no' }])(
    'ignore what is no choice: %j',
    stored => {
      expect(readColumnChoices(stored)).toEqual({});
    },
  );
});
