import { mockServices } from '@backstage/backend-test-utils';
import { openPortal, Portal } from '../promotion/__testUtils__/openPortal';
import { deliverMessage } from './deliverMessage';

describe('what is told about a promotion', () => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await openPortal('SQLITE_3');
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

  it('publishes every event, and one signal for all events of a change', async () => {
    const { body } = await portal.ask('44');
    await deliver();
    const published = portal.world.events.publish.mock.calls.map(
      ([{ eventPayload }]) => eventPayload.eventId,
    );
    const events = await portal
      .knex('event')
      .where({ correlation_id: body.id })
      .orderBy('sequence');
    expect(published.sort()).toEqual(events.map(({ id }) => id).sort());
    expect(events.length).toBeGreaterThan(1);
    expect(portal.world.signals.publish).toHaveBeenCalledTimes(1);
    expect(portal.world.signals.publish).toHaveBeenCalledWith(
      expect.objectContaining({
        message: { promotionId: body.id, eventId: events.at(-1).id },
      }),
    );
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

  describe('a rollback without a reason', () => {
    const DAY_SECONDS = 24 * 3600;

    async function rollBackWithout() {
      await portal.promote('41');
      await portal.promote('44');
      const { body } = await portal.rollBack();
      await portal.settle();
      await deliver();
      portal.world.notifications.send.mockClear();
      return body;
    }

    it('is asked for it after a day, once', async () => {
      const { id } = await rollBackWithout();
      portal.advance(DAY_SECONDS - 60);
      await deliver();
      expect(portal.world.notifications.send).not.toHaveBeenCalled();
      portal.advance(120);
      await deliver();
      await deliver();
      expect(sent()).toEqual([
        expect.objectContaining({
          title:
            'Please give the reason: roll back to fraud-score v41 at production · *',
          link: `/ml/promotions/${id}`,
          to: ['user:default/lead', 'group:default/payments-fraud'],
        }),
      ]);
    });

    it('is left alone once it has one', async () => {
      const { id } = await rollBackWithout();
      await portal
        .by('lead')
        .post(`/promotions/${id}/reason`, { reason: 'Chargebacks doubled' });
      portal.advance(DAY_SECONDS + 60);
      await deliver();
      expect(sent()).toEqual([]);
    });
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

describe('what is told about decisions of the intake', () => {
  it('has registries read, then tells importers whose', async () => {
    const order: string[] = [];
    const events = mockServices.events.mock({
      publish: async () => {
        order.push('published');
      },
    });
    const deliver = async (
      readRegistries: (servers: readonly string[]) => Promise<void>,
    ) =>
      await deliverMessage(
        {
          id: 'm1',
          eventId: 'e1',
          attempts: 1,
          message: { kind: 'registry-read', servers: ['eu', 'us'] },
        },
        {
          notifications: { send: jest.fn() },
          signals: { publish: jest.fn() },
          events,
          checkAlias: jest.fn(),
          fetchEvidence: jest.fn(),
          remindOfReason: jest.fn(),
          revertAlias: jest.fn(),
          readRegistries,
        },
      );
    await deliver(async servers => {
      order.push(`read ${servers.join()}`);
    });
    expect(order).toEqual(['read eu,us', 'published']);
    expect(events.publish).toHaveBeenCalledWith({
      topic: 'ml.intake',
      eventPayload: { eventId: 'e1', servers: ['eu', 'us'] },
    });
    await expect(
      deliver(async () => {
        throw new Error('The scheduler is down');
      }),
    ).rejects.toThrow('The scheduler is down');
    expect(events.publish).toHaveBeenCalledTimes(1);
  });
});
