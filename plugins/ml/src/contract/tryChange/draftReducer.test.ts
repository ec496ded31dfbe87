import {
  buildContract,
  buildField,
} from '../../__testUtils__/contractBuilders';
import { readContract, writeContract } from './contractText';
import {
  Draft,
  DraftAction,
  isTouched,
  reduceDraft,
  startDraft,
} from './draftReducer';

const base = buildContract();
const start = startDraft(base, base);
const removal: DraftAction = {
  type: 'edit',
  edit: { type: 'remove', port: 'outputs', index: 0 },
};

function reduce(draft: Draft, ...actions: DraftAction[]): Draft {
  return actions.reduce(reduceDraft, draft);
}

function read(value: string): DraftAction {
  return { type: 'readText', value, ...readContract(value, 'yaml') };
}

describe('reduceDraft', () => {
  it('undoes step by step, and resets to what there is now', () => {
    const edited = reduce(start, removal, {
      type: 'setVersion',
      version: '9.0.0',
    });
    expect(isTouched(edited)).toBe(true);
    const once = reduce(edited, { type: 'undo' });
    expect(once.contract.metadata.version).toBe(base.metadata.version);
    expect(isTouched(reduce(once, { type: 'undo' }))).toBe(false);
    const reset = reduce(edited, { type: 'reset' });
    expect(isTouched(reset)).toBe(false);
    // A reset by mistake can be undone.
    expect(reduce(reset, { type: 'undo' }).contract).toBe(edited.contract);
    expect(reduce(start, { type: 'undo' })).toBe(start);
  });

  it('remembers a number of steps', () => {
    let draft = start;
    for (let index = 0; index < 60; index++) {
      draft = reduce(draft, {
        type: 'edit',
        edit: { type: 'add', port: 'outputs', field: buildField(`f${index}`) },
      });
    }
    expect(draft.past).toHaveLength(50);
  });

  it('writes the draft as a text, and what is typed into the draft', () => {
    const open = reduce(start, removal, { type: 'openText', format: 'yaml' });
    expect(open.text?.value).toBe(writeContract(open.contract, 'yaml'));
    const typed =
      open.text?.value.replace(base.metadata.version, '7.0.0') ?? '';
    const draft = reduce(open, { type: 'typeText', value: typed }, read(typed));
    expect(draft.contract.metadata.version).toBe('7.0.0');
    expect(draft.text).toMatchObject({ value: typed, unread: false });
    expect(reduce(draft, { type: 'closeText' }).text).toBeUndefined();
  });

  it('keeps a text that is wrong, and the last draft that was right', () => {
    const broken = reduce(
      start,
      { type: 'openText', format: 'yaml' },
      { type: 'typeText', value: 'spec: [' },
      read('spec: ['),
    );
    expect(broken.contract).toBe(base);
    expect(broken.text).toMatchObject({ value: 'spec: [', unread: true });
    expect(broken.text?.problems).toHaveLength(1);
    expect(isTouched(broken)).toBe(true);
  });

  it('takes back a text that is wrong before anything else', () => {
    const edited = reduce(start, removal);
    const undone = reduce(
      edited,
      { type: 'openText', format: 'yaml' },
      { type: 'typeText', value: 'spec: [' },
      { type: 'undo' },
    );
    expect(undone.contract).toBe(edited.contract);
    expect(undone.text).toMatchObject({
      value: writeContract(edited.contract, 'yaml'),
      unread: false,
    });
  });

  it('ignores what came of a text that is typed no more', () => {
    const open = reduce(
      start,
      { type: 'openText', format: 'yaml' },
      { type: 'typeText', value: 'a' },
      { type: 'typeText', value: 'ab' },
    );
    expect(reduce(open, read('a'))).toBe(open);
  });

  it('writes the text anew after an undo', () => {
    const draft = reduce(
      start,
      removal,
      { type: 'openText', format: 'json' },
      { type: 'undo' },
    );
    expect(draft.text?.value).toBe(writeContract(base, 'json'));
  });

  it('goes on from another version without losing anything', () => {
    const other = {
      ...base,
      metadata: { ...base.metadata, version: '5.0.0' },
    };
    const edited = reduce(start, removal, { type: 'rebase', base: other });
    expect(edited.base).toBe(other);
    expect(edited.isOvertaken).toBe(true);
    expect(reduce(edited, { type: 'reset' }).isOvertaken).toBe(false);
    expect(edited.contract.metadata.version).toBe('5.0.0');
    expect(edited.contract.spec).toEqual(reduce(start, removal).contract.spec);
    expect(isTouched(reduce(start, { type: 'rebase', base: other }))).toBe(
      false,
    );
  });

  it('leaves a number alone that somebody chose', () => {
    const draft = reduce(
      start,
      { type: 'setVersion', version: '9.0.0' },
      {
        type: 'rebase',
        base: { ...base, metadata: { ...base.metadata, version: '5.0.0' } },
      },
    );
    expect(draft.contract.metadata.version).toBe('9.0.0');
  });
});
