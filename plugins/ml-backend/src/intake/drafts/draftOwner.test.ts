import { importedModel } from '../__testUtils__/intakeEntities';
import { draftOwner } from './draftOwner';

const claim = (owner: string, day: number) => ({
  decision: {
    id: '01J00000000000000000000001',
    server: 'eu',
    workspace: '',
    name: 'churn',
    action: 'claim' as const,
    owner,
    subject_id: null,
    model: null,
    reason: null,
    decided_by: 'user:default/somebody',
    decided_at: `2026-03-0${day}T00:00:00.000Z`,
  },
});
const entity = importedModel('churn', { owner: 'group:default/known' });
const suggestions = [
  { action: 'bind' as const, model: 'model:default/x', because: 'Name.' },
  { action: 'claim' as const, owner: 'group:default/guess', because: 'Tag.' },
];

describe('draftOwner', () => {
  it('takes the last claim before all else', () => {
    const records = [claim('group:default/a', 1), claim('group:default/b', 2)];
    expect(draftOwner(records, { entity, suggestions })).toEqual({
      ref: 'group:default/b',
      because: 'claimed in the intake',
    });
  });

  it('takes the owner that is known, then a guess, then none', () => {
    const records = [{ decision: undefined }];
    expect(draftOwner(records, { entity, suggestions })?.ref).toBe(
      'group:default/known',
    );
    expect(draftOwner(records, { entity: undefined, suggestions })).toEqual({
      ref: 'group:default/guess',
      because: 'suggested only: Tag.',
    });
    expect(
      draftOwner(records, { entity: undefined, suggestions: [suggestions[0]] }),
    ).toBeUndefined();
  });
});
