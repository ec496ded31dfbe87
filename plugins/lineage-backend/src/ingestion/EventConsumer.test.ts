import { mockServices } from '@backstage/backend-test-utils';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { EventConsumer } from './EventConsumer';

function start(accept: jest.Mock<Promise<void>, [unknown]>) {
  const keep = jest.fn<Promise<void>, [unknown, string]>(async () => {});
  const consumer = new EventConsumer({
    accept,
    logger: mockServices.logger.mock(),
    refusals: { keep },
    sleep: async () => {},
  });
  return { consumer, keep };
}
const accepting = () => jest.fn<Promise<void>, [unknown]>(async () => {});

describe('EventConsumer', () => {
  it('listens to the topics it is given, and to nothing without', async () => {
    const accept = accepting();
    const { consumer } = start(accept);
    const events = mockServices.events.mock();
    await consumer.subscribe(events, []);
    expect(events.subscribe).not.toHaveBeenCalled();
    await consumer.subscribe(events, ['openlineage']);
    const [[{ topics, onEvent }]] = events.subscribe.mock.calls;
    expect(topics).toEqual(['openlineage']);
    await onEvent({ topic: 'openlineage', eventPayload: { run: 1 } });
    expect(accept).toHaveBeenCalledWith({ run: 1 });
  });

  it('takes one event, several, and what is still text', async () => {
    const accept = accepting();
    const { consumer } = start(accept);
    for (const eventPayload of [{ a: 1 }, [{ a: 2 }, { a: 3 }], '{"a":4}']) {
      await consumer.take({ eventPayload });
    }
    expect(accept.mock.calls).toEqual([
      [{ a: 1 }],
      [{ a: 2 }],
      [{ a: 3 }],
      [{ a: 4 }],
    ]);
  });

  it('is done when the event is stored, however often that takes', async () => {
    const accept = accepting()
      .mockRejectedValueOnce(new ServiceUnavailableError('No database'))
      .mockRejectedValueOnce(new ServiceUnavailableError('No database'));
    const { consumer, keep } = start(accept);
    await consumer.take({ eventPayload: { a: 1 } });
    expect(accept).toHaveBeenCalledTimes(3);
    expect(keep).not.toHaveBeenCalled();
  });

  it('keeps what cannot be read, beside what can', async () => {
    const accept = jest.fn(async (event: unknown) => {
      if (event === 'nonsense') {
        throw new InputError('It is no event');
      }
    });
    const { consumer, keep } = start(accept);
    keep.mockRejectedValueOnce(new Error('No database'));
    await consumer.take({ eventPayload: ['nonsense', { a: 1 }] });
    expect(accept).toHaveBeenCalledWith({ a: 1 });
    expect(keep.mock.calls).toEqual([
      ['nonsense', 'InputError: It is no event'],
      ['nonsense', 'InputError: It is no event'],
    ]);
    keep.mockClear();
    await consumer.take({ eventPayload: Array(10_001).fill({}) });
    expect(keep.mock.calls).toEqual([
      [[{}], 'The message has 10001 events, of 10000 allowed'],
    ]);
  });

  it('leaves what it could not store unanswered when it is stopped', async () => {
    const accept = accepting().mockRejectedValue(
      new ServiceUnavailableError('The portal is being stopped'),
    );
    const { consumer } = start(accept);
    let answered = false;
    accept.mockImplementationOnce(async () => {
      consumer.stop();
      throw new ServiceUnavailableError('The portal is being stopped');
    });
    const taken = consumer.take({ eventPayload: {} }).then(() => {
      answered = true;
    });
    await Promise.race([
      taken,
      new Promise(resolve => setTimeout(resolve, 50)),
    ]);
    expect(answered).toBe(false);
    expect(accept).toHaveBeenCalledTimes(1);
  });
});
