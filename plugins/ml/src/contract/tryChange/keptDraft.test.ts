import { buildContract } from '../../__testUtils__/contractBuilders';
import { forgetDraft, keepDraft, readKeptDraft } from './keptDraft';

const draft = { contract: buildContract() };

describe('keptDraft', () => {
  afterEach(() => window.sessionStorage.clear());

  it('keeps one draft for each subject', () => {
    const storage = window.sessionStorage;
    expect(keepDraft(storage, 'model:default/a', draft)).toBe(true);
    expect(readKeptDraft(storage, 'model:default/a')).toEqual(draft);
    expect(readKeptDraft(storage, 'model:default/b')).toBeUndefined();
    forgetDraft(storage, 'model:default/a');
    expect(readKeptDraft(storage, 'model:default/a')).toBeUndefined();
  });

  it('says when there is no room', () => {
    const full = {
      getItem: () => null,
      removeItem: () => {},
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(keepDraft(full, 'model:default/a', draft)).toBe(false);
  });
});
