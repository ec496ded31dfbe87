import { expectDescribed } from '../../__testUtils__/expectDescribed';
import { databases } from '../../__testUtils__/migratedDatabase';
import { openPortal, Portal } from '../../promotion/__testUtils__/openPortal';
import { setStoredAlias } from '../history/setStoredAlias';

jest.setTimeout(120_000);

const PATH = '/models/default/fraud-score/alias-drift';
const DESCRIBED = '/models/{namespace}/{name}/alias-drift';

describe.each(databases.eachSupportedId())('drift of aliases on %s', id => {
  let portal: Portal;
  const server = { id: 'eu', title: 'MLflow EU' };

  beforeEach(async () => {
    portal = await openPortal(id);
  });

  afterEach(async () => {
    await portal.stop();
  });

  const deliver = async () => {
    while ((await portal.feature.outboxWorker.runOnce()) > 0) {
      // Until nothing is left.
    }
  };
  /** Somebody moves the alias in the registry, and it is read. */
  async function moveOutside(version: string | undefined) {
    portal.advance(60);
    const { knex, world, subjectId, versions } = portal;
    if (version) {
      world.registry.state.set('champion', version);
    } else {
      world.registry.state.delete('champion');
    }
    const record = await knex('registry_record').first();
    await knex.transaction(tx =>
      setStoredAlias(tx, {
        record: { id: record.id, subjectId },
        alias: 'champion',
        versionId: version && versions[version],
        at: world.clock.now.toISOString(),
        via: 'outside',
      }),
    );
    return await portal.feature.drift.look(server);
  }
  const drifts = async (who = 'scientist') => {
    const answer = await portal.by(who).get(PATH);
    expectDescribed('get', DESCRIBED, answer);
    return answer.body.items;
  };
  const choose = async (choice: string, who = 'scientist') => {
    const [drift] = await drifts();
    const answer = await portal
      .by(who)
      .post(`${PATH}/${drift.id}`, { choice, reason: 'Looked into it' });
    expectDescribed('post', `${DESCRIBED}/{id}`, answer);
    return answer;
  };
  const notified = () =>
    portal.world.notifications.send.mock.calls.filter(([{ payload }]) =>
      payload.scope.startsWith('ml:drift:'),
    );

  it('is not there while nothing was decided', async () => {
    expect(await moveOutside('42')).toEqual([]);
    expect(await drifts()).toEqual([]);
  });

  it('is opened once, told once, and ends when the registry agrees', async () => {
    await portal.promote('41');
    await moveOutside('43');
    await portal.feature.drift.look(server);
    const [drift, ...others] = await drifts();
    expect(others).toEqual([]);
    expect(drift).toMatchObject({
      model: 'model:default/fraud-score',
      alias: 'champion',
      server: 'eu',
      record: 'fraud_score',
      stage: 'production',
      target: { environment: 'production', segment: '*' },
      decided: { label: '41' },
      found: { label: '43' },
      state: 'open',
      may: ['report', 'adopt', 'revert'],
    });
    await deliver();
    expect(notified()).toHaveLength(1);
    expect(notified()[0][0]).toMatchObject({
      recipients: { entityRef: ['group:default/payments-fraud'] },
      payload: { severity: 'high' },
    });
    expect(portal.world.events.publish).toHaveBeenCalledWith({
      topic: 'ml.registry',
      eventPayload: expect.objectContaining({
        type: 'dev.understudy.registry.drift',
        driftId: drift.id,
      }),
    });

    await moveOutside('41');
    expect(await drifts()).toMatchObject([
      { id: drift.id, state: 'resolved', may: [] },
    ]);
    await deliver();
    expect(notified()).toHaveLength(1);
  });

  it('sees an alias that was taken off, which nobody can adopt', async () => {
    await portal.promote('41');
    await moveOutside(undefined);
    const [drift] = await drifts();
    expect(drift).not.toHaveProperty('found');
    expect(drift.may).toEqual(['report', 'revert']);
    expect((await choose('adopt')).status).toBe(409);
  });

  it('stands in the way of promotions until somebody reports it', async () => {
    await portal.promote('41');
    await moveOutside('43');
    const { body: blocked } = await portal.ask('44');
    expect(blocked).toMatchObject({
      state: 'blocked',
      gateRuns: [
        { gateId: 'artifact', type: 'artifact', status: 'fail', blocks: true },
        { gateId: 'auc', status: 'pass' },
      ],
    });
    const explained = await portal
      .by('scientist')
      .post(`/promotions/${blocked.id}/gates/artifact/explain`, {});
    expect(explained.body.replay).toMatchObject({ status: 'fail', same: true });

    expect((await choose('report')).body).toMatchObject({
      state: 'reported',
      choice: { by: 'user:default/scientist', reason: 'Looked into it' },
      may: ['adopt', 'revert'],
    });
    await portal.feature.sweeper.sweep(new AbortController().signal);
    expect(await portal.read(blocked.id)).toMatchObject({
      state: 'awaiting_approval',
      gateRuns: [{ gateId: 'artifact', status: 'warn' }, {}],
    });
  });

  it('is reported by a person only', async () => {
    await portal.promote('41');
    await moveOutside('43');
    const [drift] = await drifts();
    const body = { choice: 'report', reason: 'Known' };
    for (const caller of [portal.asService(), portal.asAgentOf('scientist')]) {
      const answer = await caller.post(`${PATH}/${drift.id}`, body);
      expect(answer.status).toBe(403);
      expectDescribed('post', `${DESCRIBED}/{id}`, answer);
    }
    portal.world.permissions.denied.add('ml.promotion.rollback');
    expect((await choose('revert')).status).toBe(403);
    expect((await drifts())[0]).toMatchObject({
      may: ['report', 'adopt'],
      notAllowed: [
        {
          choice: 'revert',
          reason: expect.stringContaining(
            "permission 'ml.promotion.rollback' on the model; ask payments-fraud",
          ),
        },
      ],
    });
    portal.world.permissions.denied.add('ml.promotion.create');
    expect((await choose('report')).status).toBe(403);
    expect((await choose('adopt')).status).toBe(403);
    expect((await drifts())[0]).toMatchObject({ state: 'open', may: [] });
  });

  it('is adopted by a promotion with all its gates and approvals', async () => {
    await portal.promote('41');
    await moveOutside('43');
    const { body: reported } = await choose('adopt');
    expect(reported).toMatchObject({
      state: 'reported',
      wanted: 'adopt',
      promotionId: expect.any(String),
    });
    expect(await portal.read(reported.promotionId)).toMatchObject({
      version: '43',
      state: 'awaiting_approval',
      requestedBy: 'user:default/scientist',
    });
    const writes = [...portal.world.registry.writes];
    await portal.approve(reported.promotionId);
    await portal.settle();
    expect(await drifts()).toMatchObject([{ state: 'adopted', may: [] }]);
    expect(await portal.assignments()).toMatchObject([{ version: '43' }]);
    // The alias was there already.
    expect(portal.world.registry.writes).toEqual(writes);
  });

  it('is open again when that promotion comes to nothing', async () => {
    await portal.promote('41');
    await moveOutside('43');
    const { body: reported } = await choose('adopt');
    const { revision } = await portal.read(reported.promotionId);
    await portal
      .by('scientist')
      .post(`/promotions/${reported.promotionId}/cancel`, { revision });
    await portal.feature.drift.look(server);
    const [drift] = await drifts();
    expect(drift).toMatchObject({ state: 'open' });
    expect(drift).not.toHaveProperty('wanted');
  });

  it('is put back to what was decided, and to nothing else', async () => {
    await portal.promote('41');
    await moveOutside('43');
    expect((await choose('revert', 'lead')).body).toMatchObject({
      state: 'reported',
      wanted: 'revert',
    });
    portal.world.registry.down = new Error('MLflow answers 503');
    await deliver();
    expect((await drifts())[0]).toMatchObject({ state: 'reported' });
    portal.world.registry.down = undefined;
    portal.advance(10);
    await deliver();
    expect(portal.world.registry.state.get('champion')).toBe('41');
    expect(await drifts()).toMatchObject([{ state: 'reverted', may: [] }]);
    const history = await portal
      .by('scientist')
      .get('/models/default/fraud-score/alias-history?limit=2');
    expectDescribed('get', DESCRIBED.replace('drift', 'history'), history);
    expect(history.body.items).toMatchObject([
      {
        alias: 'champion',
        from: { label: '43' },
        to: { label: '41' },
        via: 'promotion',
        by: 'user:default/lead',
      },
      { from: { label: '41' }, to: { label: '43' }, via: 'outside' },
    ]);
    expect((await choose('report')).status).toBe(409);
    // Nothing is left to be put back.
    await portal.feature.drift.look(server);
    expect(await drifts()).toHaveLength(1);
  });

  /** As the portal of the other tests, with another configuration. */
  async function configured(drift: string) {
    await portal.stop();
    portal = await openPortal(id, { drift });
    await portal.promote('41');
  }

  it('is put back by the system where the configuration says so', async () => {
    await configured('revert');
    await moveOutside('43');
    await deliver();
    expect(portal.world.registry.state.get('champion')).toBe('41');
    expect(await drifts()).toMatchObject([
      {
        state: 'reverted',
        choice: {
          by: 'system:ml',
          reason: "ml.registries.eu.drift is 'revert'",
        },
      },
    ]);
  });

  it('is adopted by the system with all approvals, if it can be', async () => {
    await configured('adopt');
    await moveOutside('43');
    const [drift] = await drifts();
    expect(drift).toMatchObject({ state: 'reported', wanted: 'adopt' });
    expect(await portal.read(drift.promotionId)).toMatchObject({
      version: '43',
      state: 'awaiting_approval',
      requestedBy: 'system:ml',
    });
    await moveOutside(undefined);
    expect((await drifts())[0]).toMatchObject({ state: 'open' });
  });

  it('takes a move back to the champion before for a rollback', async () => {
    await portal.promote('41');
    portal.advance(60);
    await portal.promote('44');
    const writes = [...portal.world.registry.writes];
    await moveOutside('41');
    await portal.settle();
    expect(await drifts()).toEqual([]);
    expect(await portal.assignments()).toMatchObject([{ version: '41' }]);
    expect(portal.world.registry.writes).toEqual(writes);
    const { body } = await portal.by('scientist').get('/promotions?limit=1');
    expect(body.items).toMatchObject([
      { kind: 'rollback', requestedBy: 'outside:eu', state: 'succeeded' },
    ]);
  });

  it('leaves alone what a promotion is moving', async () => {
    await portal.promote('41');
    const { body } = await portal.ask('44');
    await portal.approve(body.id);
    portal.world.registry.afterSet = async () => {
      portal.world.registry.afterSet = async () => {};
      await moveOutside('44');
    };
    await portal.settle();
    expect(await drifts()).toEqual([]);
    expect(await portal.assignments()).toMatchObject([{ version: '44' }]);
  });

  it('speaks of no alias that the policy does not protect any more', async () => {
    await portal.promote('41');
    await moveOutside('43');
    await portal.setPolicy(`
apiVersion: understudy.dev/v1alpha1
kind: PromotionPolicy
metadata: {name: standard}
spec:
  stages:
    - {name: production, kind: serve}
`);
    await portal.feature.drift.look(server);
    expect(await drifts()).toMatchObject([{ state: 'resolved' }]);
  });

  it('can be read by those who can read the model', async () => {
    portal.world.entities.shift();
    expect((await portal.by('stranger').get(PATH)).status).toBe(404);
    expect(
      (await portal.by('stranger').get(PATH.replace('drift', 'history')))
        .status,
    ).toBe(404);
  });
});
