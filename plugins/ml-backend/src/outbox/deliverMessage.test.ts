import { TestDatabases } from '@backstage/backend-test-utils';
import { openPortal, Portal } from '../promotion/__testUtils__/openPortal';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('what is told about a promotion', () => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await openPortal(databases, 'SQLITE_3');
  });

  afterEach(async () => {
    await portal.stop();
  });

  const deliver = async () => {
    while ((await portal.feature.outboxWorker.runOnce()) > 0) {
      // Until nothing is left.
    }
  };
  const sent = () =>
    portal.world.notifications.send.mock.calls.map(
      ([{ recipients, payload }]) => ({ to: recipients.entityRef, ...payload }),
    );

  it('asks the approvers, then tells the requester and the owners', async () => {
    const { body } = await portal.ask('44');
    await deliver();
    expect(sent()).toEqual([
      {
        to: ['group:default/payments-fraud'],
        title: 'Please decide: promote fraud-score v44 at production · *',
        description: 'scientist asks for it.',
        link: `/ml/promotions/${body.id}`,
        severity: 'normal',
        topic: 'ml.promotion',
        scope: `ml:promotion:${body.id}:approval`,
      },
    ]);
    await portal.approve(body.id);
    await portal.settle();
    await deliver();
    expect(sent()[1]).toMatchObject({
      to: ['user:default/scientist', 'group:default/payments-fraud'],
      title: expect.stringMatching(/^Done: /),
    });
  });

  it('says nothing but ids to everybody', async () => {
    const { body } = await portal.ask('44');
    await deliver();
    const { calls } = portal.world.signals.publish.mock;
    expect(calls.length).toBeGreaterThan(0);
    for (const [signal] of calls) {
      expect(signal).toEqual({
        recipients: { type: 'broadcast' },
        channel: 'ml:promotion',
        message: { promotionId: body.id, eventId: expect.any(String) },
      });
    }
    expect(portal.world.events.publish).toHaveBeenCalledWith(
      expect.objectContaining({
        topic: 'ml.promotion',
        eventPayload: expect.objectContaining({
          type: 'dev.understudy.promotion.submitted',
          promotionId: body.id,
        }),
      }),
    );
  });

  it('tells nothing of what was not committed', async () => {
    await portal.ask('99');
    await deliver();
    expect(portal.world.signals.publish).not.toHaveBeenCalled();
    expect(portal.world.notifications.send).not.toHaveBeenCalled();
  });

  it('does not write to services, which have no place to read it', async () => {
    await portal.asService().post('/promotions', {
      model: 'fraud-score',
      version: '44',
      stage: 'staging',
    });
    await portal.settle();
    await deliver();
    expect(sent()).toMatchObject([{ to: ['group:default/payments-fraud'] }]);
  });

  it('sends again after notifications were down', async () => {
    portal.world.notifications.send.mockRejectedValueOnce(new Error('down'));
    await portal.ask('44');
    await deliver();
    portal.advance(10);
    await deliver();
    expect(portal.world.notifications.send).toHaveBeenCalledTimes(2);
  });
});
