import { mockServices } from '@backstage/backend-test-utils';
import { ML_INTAKE_TOPIC, subscribeToIntake } from './intakeEvents';

describe('subscribeToIntake', () => {
  async function receive(eventPayload: unknown, topic = ML_INTAKE_TOPIC) {
    const events = mockServices.events.mock();
    const decided: string[] = [];
    await subscribeToIntake({
      events,
      id: 'test',
      onDecided: async server => {
        decided.push(server);
      },
    });
    const [{ id, topics, onEvent }] = events.subscribe.mock.calls[0];
    expect(id).toBe('test');
    if (topics.includes(topic)) {
      await onEvent({ topic, eventPayload });
    }
    return decided;
  }

  it('calls back for every server', async () => {
    await expect(
      receive({ eventId: '1', servers: ['eu', 'us'] }),
    ).resolves.toEqual(['eu', 'us']);
  });

  it('listens to nothing else', async () => {
    await expect(
      receive({ eventId: '1', servers: ['eu'] }, 'ml.promotion'),
    ).resolves.toEqual([]);
  });

  it.each([undefined, null, 'eu', {}, { servers: 'eu' }, { servers: [1] }])(
    'passes over %j',
    async payload => {
      await expect(receive(payload)).resolves.toEqual([]);
    },
  );
});
