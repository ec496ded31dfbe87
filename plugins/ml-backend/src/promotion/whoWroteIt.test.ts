import { databases } from '../__testUtils__/migratedDatabase';
import { openPortal, Portal } from './__testUtils__/openPortal';
import { POLICY } from './__testUtils__/policy';

jest.setTimeout(120_000);

const STRICT = POLICY.replace(
  'from: {relation: owner}',
  'from: {relation: owner}\n          separation: [not-requester, not-trainer]',
);

describe.each(databases.eachSupportedId())('who wrote it on %s', id => {
  let portal: Portal;

  afterEach(async () => {
    await portal.stop();
  });

  /** Version 44 as it was registered in some way. */
  async function written(columns: object, policy = POLICY) {
    portal = await openPortal(id, { policy });
    await portal
      .knex('version')
      .where({ id: portal.versions['44'] })
      .update(columns);
    return (await portal.ask('44')).body;
  }

  const byPerson = (name: string) => ({
    source_type: 'portal',
    created_by: `user:default/${name}`,
  });
  const byService = (claimed?: string) => ({
    source_type: 'portal',
    created_by: 'external:ci',
    claimed_author: claimed ?? null,
  });

  it.each([
    ['its author', byPerson('lead'), 'You wrote this version'],
    [
      'who is said to be its author',
      byService('user:default/lead'),
      'You are said to have written this version',
    ],
  ])('is not approved by %s', async (_who, columns, words) => {
    const { id: promotionId } = await written(columns);
    const page = await portal.by('lead').get(`/promotions/${promotionId}`);
    expect(page.body.allowedActions).not.toContain('approve');
    expect(page.body.notAllowed).toContainEqual({
      action: 'approve',
      reason: expect.stringContaining('somebody else has to decide'),
    });
    const refused = await portal.approve(promotionId);
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain(words);
  });

  it('says on the requirement what is not certain', async () => {
    const { requirements } = await written(byService('user:default/other'));
    expect(requirements).toMatchObject([
      {
        eligible: 'first-choice',
        separationNotice: expect.stringContaining(
          "'user:default/other' is said to have written this version",
        ),
      },
    ]);
  });

  it.each([
    ['claimed', byService('user:default/scientist')],
    ['unknown', byService()],
    ['said by a server', { source_type: 'mlflow', created_by: 'root' }],
  ])(
    'is not approved under a strict policy while the author is %s',
    async (_basis, columns) => {
      const asked = await written(columns, STRICT);
      expect(asked).toMatchObject({
        state: 'awaiting_approval',
        requirements: [
          {
            separation: ['not-requester', 'not-trainer'],
            eligible: 'nobody',
            satisfied: false,
            notice: expect.stringContaining('or change the policy'),
          },
        ],
      });
      expect((await portal.approve(asked.id)).status).toBe(403);
      await portal.settle();
      expect(await portal.assignments()).toEqual([]);
    },
  );

  it('is approved under a strict policy once the author is known', async () => {
    const asked = await written(byPerson('scientist'), STRICT);
    expect(asked.requirements[0]).not.toHaveProperty('separationNotice');
    expect((await portal.approve(asked.id)).status).toBe(200);
    await portal.settle();
    expect(await portal.assignments()).toMatchObject([{ version: '44' }]);
  });
});
