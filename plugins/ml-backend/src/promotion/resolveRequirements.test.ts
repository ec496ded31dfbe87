import { PolicyApproval } from '../policy/PromotionPolicy';
import { resolveRequirements } from './resolveRequirements';
import { VersionAuthor } from './versionAuthor';

const groups: Record<string, string[]> = {
  'group:default/fraud': ['user:default/a', 'user:default/b'],
  'group:default/solo': ['user:default/a'],
  'group:default/empty': [],
  'group:default/risk': ['user:default/r'],
  'user:default/a': ['user:default/a'],
};
const members = {
  membersOf: async (ref: string) => new Set(groups[ref] ?? []),
};

async function resolve(
  approval: Partial<PolicyApproval>,
  owner: string | undefined,
  requester = 'user:default/a',
  author: VersionAuthor = { basis: 'known' },
) {
  const [only] = await resolveRequirements(
    [{ id: 'owner', from: { relation: 'owner' }, ...approval }],
    { owner, requester, author, members },
  );
  return only;
}

describe('resolveRequirements', () => {
  it('never lets the requester decide', async () => {
    const found = await resolve({}, 'group:default/fraud');
    expect(found.eligible).toBe('first-choice');
    expect([...found.approvers]).toEqual([
      ['user:default/b', 'group:default/fraud'],
    ]);
  });

  it('lets the requester not decide even when the policy asks for nothing', async () => {
    const found = await resolve({ separation: [] }, 'group:default/fraud');
    expect(found.approvers.has('user:default/a')).toBe(false);
  });

  it.each(['known', 'claimed'] as const)(
    'never lets the %s author decide',
    async basis => {
      const found = await resolve(
        {},
        'group:default/fraud',
        'user:default/other',
        { basis, user: 'user:default/b', name: 'b' },
      );
      expect([...found.approvers.keys()]).toEqual(['user:default/a']);
    },
  );

  it.each(['claimed', 'unknown'] as const)(
    'says so when the author is %s, and lets others decide',
    async basis => {
      const found = await resolve({}, 'group:default/fraud', undefined, {
        basis,
        ...(basis === 'claimed' ? { name: 'root' } : {}),
      });
      expect(found.eligible).toBe('first-choice');
      expect(found.separationNotice).toMatch(/wr(ote|itten) this version/);
      expect(found.approvers.size).toBe(1);
    },
  );

  it.each(['claimed', 'unknown'] as const)(
    'lets nobody decide when the policy wants another than an author who is %s',
    async basis => {
      const found = await resolve(
        { separation: ['not-requester', 'not-trainer'] },
        'group:default/fraud',
        undefined,
        { basis, ...(basis === 'claimed' ? { name: 'root' } : {}) },
      );
      expect(found).toMatchObject({
        eligible: 'nobody',
        notice: expect.stringContaining('or change the policy'),
      });
      expect(found.approvers.size).toBe(0);
    },
  );

  it('turns to the fallback group when nobody else is in the owner group', async () => {
    const found = await resolve(
      { fallback: { groups: ['risk'] } },
      'group:default/solo',
    );
    expect(found).toMatchObject({
      eligible: 'fallback',
      groups: ['group:default/solo', 'group:default/risk'],
      notice: expect.stringContaining('risk may decide instead'),
    });
    expect([...found.approvers.keys()]).toEqual(['user:default/r']);
  });

  it('turns to the fallback group when fewer than the quorum can decide', async () => {
    const found = await resolve(
      { quorum: 2, fallback: { groups: ['risk'] } },
      'group:default/fraud',
    );
    expect(found.eligible).toBe('fallback');
    expect([...found.approvers.keys()]).toEqual([
      'user:default/b',
      'user:default/r',
    ]);
  });

  it('takes a person as the owner', async () => {
    const other = await resolve({}, 'user:default/a', 'user:default/b');
    expect(other).toMatchObject({ eligible: 'first-choice' });
    const self = await resolve({}, 'user:default/a');
    expect(self).toMatchObject({ eligible: 'nobody' });
  });

  it.each([
    [undefined, 'The model has no owner'],
    ['group:default/empty', 'Nobody in empty can approve'],
    ['group:default/gone', 'Nobody in gone can approve'],
  ])('says that nobody can decide for the owner %p', async (owner, words) => {
    const found = await resolve({}, owner);
    expect(found.eligible).toBe('nobody');
    expect(found.notice).toContain(words);
    expect(found.notice).toContain('no fallback group');
  });

  it('says that nobody can decide when the fallback does not help', async () => {
    const found = await resolve(
      { quorum: 3, fallback: { groups: ['risk'] } },
      'group:default/solo',
    );
    expect(found.eligible).toBe('nobody');
    expect(found.notice).toContain('cannot fill the gap');
  });
});
