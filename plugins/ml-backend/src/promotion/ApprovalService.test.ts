import { databases } from '../__testUtils__/migratedDatabase';
import { openPortal, Portal } from './__testUtils__/openPortal';
import { POLICY } from './__testUtils__/policy';
import {
  group,
  insertMetric,
  model,
  user,
} from './__testUtils__/startPromotions';

describe.each(databases.eachSupportedId())('approvals on %p', databaseId => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await openPortal(databaseId);
  });

  afterEach(async () => {
    await portal.stop();
  });

  const decide = (
    who: {
      post: Portal['by'] extends (n: string) => infer C
        ? C extends { post: infer P }
          ? P
          : never
        : never;
    },
    id: string,
    body: object,
    decision = 'approve',
  ) => who.post(`/promotions/${id}/${decision}`, body);

  it('refuses the own approval', async () => {
    const { body } = await portal.ask('44');
    const { revision } = body;
    const own = await decide(portal.by('scientist'), body.id, { revision });
    expect(own.status).toBe(403);
    expect(own.body.error.message).toContain('You asked for this promotion');
    expect((await portal.read(body.id)).approvals).toEqual([]);
  });

  it.each([
    ['stranger', 'You cannot decide on this promotion'],
    ['risk-officer', 'You cannot decide on this promotion'],
  ])('refuses %s, who is in no group that may decide', async (who, message) => {
    const { body } = await portal.ask('44');
    const response = await decide(portal.by(who), body.id, {
      revision: body.revision,
    });
    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain(message);
  });

  it('refuses agents and services whatever their permissions', async () => {
    const { body } = await portal.ask('44');
    const { revision } = body;
    for (const caller of [portal.asAgentOf('lead'), portal.asService()]) {
      for (const decision of ['approve', 'reject']) {
        const response = await decide(
          caller,
          body.id,
          { revision, reason: 'r' },
          decision,
        );
        expect(response.status).toBe(403);
        expect(response.body.error.message).toContain('signed-in person');
      }
    }
  });

  it('needs the permission', async () => {
    const { body } = await portal.ask('44');
    portal.world.permissions.denied.add('ml.promotion.approve');
    const response = await decide(portal.by('lead'), body.id, {
      revision: body.revision,
    });
    expect(response.status).toBe(403);
    const page = await portal.by('lead').get(`/promotions/${body.id}`);
    expect(page.body.notAllowed).toContainEqual({
      action: 'approve',
      reason: expect.stringContaining('ml.promotion.approve'),
    });
  });

  it('refuses a stale page and says what is true now', async () => {
    const { body } = await portal.ask('44');
    const stale = await decide(portal.by('lead'), body.id, {
      revision: body.revision - 1,
    });
    expect(stale.status).toBe(409);
    expect(stale.body.error).toMatchObject({
      revision: body.revision,
      state: 'awaiting_approval',
    });
  });

  it('counts a double click once, with the same answer', async () => {
    const { body } = await portal.ask('44');
    const click = () =>
      decide(portal.by('lead'), body.id, { revision: body.revision });
    const answers = await Promise.all([click(), click()]);
    answers.push(await click());
    expect(answers.map(answer => answer.status)).toEqual([200, 200, 200]);
    expect(answers.map(answer => answer.body.approvals.length)).toEqual([
      1, 1, 1,
    ]);
    await portal.settle();
    expect((await click()).status).toBe(200);
    expect(
      await portal
        .knex('event')
        .where({ type: 'dev.understudy.promotion.approved' }),
    ).toHaveLength(1);
    expect(portal.world.registry.writes).toEqual(['champion=44']);
  });

  it('waits for a quorum of different people', async () => {
    portal.world.entities.push(user('second', 'payments-fraud'));
    await portal.setPolicy(
      POLICY.replace(
        'from: {relation: owner}',
        'from: {relation: owner}\n          quorum: 2',
      ),
    );
    const { body } = await portal.ask('44');
    const first = await portal.approve(body.id, 'lead');
    expect(first.body).toMatchObject({
      state: 'awaiting_approval',
      requirements: [{ approved: 1, quorum: 2, satisfied: false }],
      waitingFor: 'One approval from payments-fraud',
    });
    const second = await portal.approve(body.id, 'second');
    expect(second.body.state).toBe('approved');
  });

  it('is rejected for good, with a reason', async () => {
    const { body } = await portal.ask('44');
    const { revision } = body;
    const silent = await decide(
      portal.by('lead'),
      body.id,
      { revision },
      'reject',
    );
    expect(silent.status).toBe(400);
    const reject = () =>
      decide(
        portal.by('lead'),
        body.id,
        { revision, reason: 'No fairness run' },
        'reject',
      );
    const rejected = await reject();
    expect(rejected.body).toMatchObject({
      state: 'rejected',
      approvals: [{ decision: 'reject', reason: 'No fairness run' }],
    });
    expect((await reject()).status).toBe(200);
    const late = await portal.approve(body.id);
    expect(late.status).toBe(409);
    expect(late.body.error).toMatchObject({ state: 'rejected' });
  });

  it('asks again when an approver has left the group before execution', async () => {
    const { body } = await portal.ask('44');
    await portal.approve(body.id);
    const replaceLead = (...groups: string[]) => {
      portal.world.entities = [
        ...portal.world.entities.filter(
          entity => entity.metadata.name !== 'lead',
        ),
        user('lead', ...groups),
        user('other-lead', 'payments-fraud'),
      ];
    };
    replaceLead('search');
    await portal.settle();

    const asked = await portal.read(body.id);
    expect(asked).toMatchObject({
      state: 'awaiting_approval',
      approvals: [
        {
          approver: 'user:default/lead',
          staleSince: expect.any(String),
          staleCause: 'user:default/lead may not approve any more',
        },
      ],
      requirements: [{ approved: 0 }],
    });
    expect(portal.world.registry.writes).toEqual([]);

    expect((await portal.approve(body.id, 'lead')).status).toBe(403);
    await portal.approve(body.id, 'other-lead');
    await portal.settle();
    expect((await portal.read(body.id)).state).toBe('succeeded');
  });

  it.each([
    [
      'the policy changes',
      () => portal.setPolicy(POLICY.replace('value: 0.9', 'value: 0.92')),
      'The policy has changed',
    ],
    [
      'the artifact changes',
      async () => {
        await portal
          .knex('version')
          .where({ id: portal.versions['44'] })
          .update({ digest: 'sha256:other' });
      },
      'has changed since',
    ],
  ])('starts over when %s after the approval', async (_, change, cause) => {
    const { body } = await portal.ask('44');
    await portal.approve(body.id);
    await change();
    await portal.settle();
    expect(await portal.read(body.id)).toMatchObject({
      state: 'awaiting_approval',
      approvals: [{ staleCause: expect.stringContaining(cause) }],
    });
    expect(portal.world.registry.writes).toEqual([]);
    await portal.approve(body.id);
    await portal.settle();
    expect((await portal.read(body.id)).state).toBe('succeeded');
  });

  it('tells the approver when the rules changed under the page', async () => {
    const { body } = await portal.ask('44');
    await portal.setPolicy(POLICY.replace('value: 0.9', 'value: 0.92'));
    const response = await decide(portal.by('lead'), body.id, {
      revision: body.revision,
    });
    expect(response.status).toBe(409);
    expect(response.body.error.message).toContain('The policy has changed');
    expect((await portal.read(body.id)).policyDigest).not.toBe(
      body.policyDigest,
    );
  });

  it('is blocked when a gate fails between approval and execution', async () => {
    const { body } = await portal.ask('44');
    await portal.approve(body.id);
    await insertMetric(portal.knex, portal.versions['44'], 0.5);
    await portal.settle();
    expect(await portal.read(body.id)).toMatchObject({
      state: 'blocked',
      approvals: [{ staleCause: "Gate 'auc' does not pass any more" }],
    });
  });

  it('turns to the fallback group at once when nobody else owns it', async () => {
    portal.world.entities = [
      model('group:default/solo'),
      group('solo'),
      group('model-risk'),
      user('scientist', 'solo'),
      user('risk-officer', 'model-risk'),
    ];
    const { body } = await portal.ask('44');
    expect(body.requirements).toMatchObject([
      {
        eligible: 'fallback',
        notice: expect.stringContaining('model-risk may decide instead'),
      },
    ]);
    await portal.feature.outboxWorker.runOnce();
    const { calls } = portal.world.notifications.send.mock;
    expect(calls).toContainEqual([
      expect.objectContaining({
        recipients: {
          type: 'entity',
          entityRef: ['group:default/solo', 'group:default/model-risk'],
        },
      }),
    ]);
    await portal.approve(body.id, 'risk-officer');
    await portal.settle();
    expect((await portal.read(body.id)).state).toBe('succeeded');
  });

  it('says at once that nobody at all can approve', async () => {
    portal.world.entities = [
      model('user:default/scientist'),
      user('scientist'),
    ];
    const { body } = await portal.ask('44');
    expect(body).toMatchObject({
      state: 'awaiting_approval',
      requirements: [{ eligible: 'nobody' }],
      waitingFor: expect.stringContaining('Nobody can complete this approval'),
    });
    await portal.feature.outboxWorker.runOnce();
    expect(portal.world.notifications.send).toHaveBeenCalledWith(
      expect.objectContaining({
        recipients: expect.objectContaining({
          entityRef: expect.arrayContaining(['user:default/scientist']),
        }),
        payload: expect.objectContaining({
          title: expect.stringContaining('Nobody can approve'),
        }),
      }),
    );
  });

  it('notices when the last approver leaves while it waits', async () => {
    await portal.setPolicy(
      POLICY.replace('          fallback: {groups: [model-risk]}\n', ''),
    );
    const { body } = await portal.ask('44');
    portal.world.entities = portal.world.entities.filter(
      entity => entity.metadata.name !== 'lead',
    );
    await portal.feature.sweeper.sweep(new AbortController().signal);
    expect(await portal.read(body.id)).toMatchObject({
      requirements: [{ eligible: 'nobody' }],
      waitingFor: expect.stringContaining('names no fallback group'),
    });
  });
});
