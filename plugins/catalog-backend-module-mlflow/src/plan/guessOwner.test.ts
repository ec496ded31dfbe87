import { guessOwner } from './guessOwner';
import { KnownRecord } from './ImportPlan';

const groups = new Set(['group:default/payments', 'group:org/search']);

function recordOf(...tags: [string, string][]): KnownRecord {
  return {
    name: 'm',
    kind: 'model',
    firstSeenAt: '',
    snapshot: { tags: tags.map(([key, value]) => ({ key, value })) },
  };
}

function guess(...records: KnownRecord[]) {
  return guessOwner(records, {
    ownerTag: 'owner',
    ownerNamespace: 'default',
    groups,
  });
}

describe('guessOwner', () => {
  it.each([
    ['payments', 'group:default/payments'],
    [' Payments ', 'group:default/payments'],
    ['org/search', 'group:org/search'],
    ['group:org/search', 'group:org/search'],
  ])('knows the group behind %j', (value, owner) => {
    expect(guess(recordOf(['owner', value]))).toEqual({
      owner,
      reason: `Tag "owner" is "${value.trim()}"`,
      source: 'tag:owner',
    });
  });

  it.each(['jdoe', 'user:default/payments', 'j.doe@example.com', '::'])(
    'takes %s for no group',
    value => {
      expect(guess(recordOf(['owner', value]))).toEqual({
        reason: `Tag "owner" is "${value}", which is no group of the catalog`,
      });
    },
  );

  it('never looks at who did something', () => {
    expect(
      guess(recordOf(['mlflow.user', 'payments'], ['owner', ' '])),
    ).toEqual({ reason: 'There is no tag "owner"' });
  });

  it('takes the first valid one of several records', () => {
    expect(
      guess(
        recordOf(),
        recordOf(['owner', 'nobody']),
        recordOf(['owner', 'payments']),
        recordOf(['owner', 'org/search']),
      ).owner,
    ).toBe('group:default/payments');
  });
});
