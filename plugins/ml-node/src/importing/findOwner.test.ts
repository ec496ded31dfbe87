import { findOwner } from './findOwner';
import { KnownRecord } from './ImportPlan';
import { Claim } from './indexDecisions';

const groups = new Set(['group:default/payments', 'group:org/search']);

function recordOf(...tags: [string, string][]): KnownRecord {
  return {
    name: 'm',
    kind: 'model',
    firstSeenAt: '',
    snapshot: { tags: tags.map(([key, value]) => ({ key, value })) },
  };
}

function find(records: KnownRecord[], claims: Claim[] = []) {
  return findOwner(records, {
    claims,
    ownerTag: 'owner',
    ownerNamespace: 'default',
    groups,
  });
}

describe('findOwner', () => {
  it.each([
    ['payments', 'group:default/payments'],
    [' Payments ', 'group:default/payments'],
    ['org/search', 'group:org/search'],
    ['group:org/search', 'group:org/search'],
  ])('knows the group behind %j', (value, owner) => {
    expect(find([recordOf(['owner', value])])).toEqual({
      owner,
      reason: `Tag "owner" is "${value.trim()}"`,
      source: 'tag:owner',
    });
  });

  it.each(['jdoe', 'user:default/payments', 'j.doe@example.com', '::'])(
    'takes %s for no group',
    value => {
      expect(find([recordOf(['owner', value])])).toEqual({
        reason: `Tag "owner" is "${value}", which is no group of the catalog`,
      });
    },
  );

  it('never looks at who did something', () => {
    expect(
      find([recordOf(['mlflow.user', 'payments'], ['owner', ' '])]),
    ).toEqual({ reason: 'There is no tag "owner"' });
  });

  it('takes the first valid one of several records', () => {
    expect(
      find([
        recordOf(),
        recordOf(['owner', 'nobody']),
        recordOf(['owner', 'payments']),
        recordOf(['owner', 'org/search']),
      ]).owner,
    ).toBe('group:default/payments');
  });

  it('takes a claim before any tag', () => {
    expect(
      find(
        [recordOf(['owner', 'payments'])],
        [{ owner: 'group:org/search', decidedAt: '2026-06-01' }],
      ),
    ).toEqual({
      owner: 'group:org/search',
      reason: 'Claimed in the intake',
      source: 'intake',
    });
  });

  it('takes the latest of several claims', () => {
    const claims = [
      { owner: 'group:default/payments', decidedAt: '2026-06-01' },
      { owner: 'group:org/search', decidedAt: '2026-06-03' },
      { owner: 'group:default/payments', decidedAt: '2026-06-02' },
    ];
    expect(find([recordOf()], claims).owner).toBe('group:org/search');
    expect(find([recordOf()], claims.reverse()).owner).toBe('group:org/search');
  });

  it('falls back to the tag when the group of a claim is gone', () => {
    const claims = [{ owner: 'group:default/dissolved', decidedAt: '2026' }];
    expect(find([recordOf(['owner', 'payments'])], claims)).toEqual({
      owner: 'group:default/payments',
      source: 'tag:owner',
      reason:
        'Claimed in the intake for "group:default/dissolved", which is no group of the catalog any more. Tag "owner" is "payments"',
    });
    expect(find([recordOf()], claims)).toEqual({
      reason: expect.stringContaining('There is no tag "owner"'),
    });
  });
});
