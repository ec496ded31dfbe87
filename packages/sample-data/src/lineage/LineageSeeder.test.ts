import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { BatchAnswer, EventSender } from './EventSender';
import { LineageSeeder } from './LineageSeeder';

const events: JsonObject[] = [1, 2, 3, 4, 5].map(n => ({ n }));

const notReady = (error: Error, statusCode: number) =>
  Object.assign(error, { statusCode });

describe('LineageSeeder', () => {
  const logger = mockServices.logger.mock();
  const signal = new AbortController().signal;
  const sender = EventSender.create({
    auth: mockServices.auth(),
    discovery: mockServices.discovery(),
  });
  const send = jest.spyOn(sender, 'send');

  beforeEach(() => {
    jest.resetAllMocks();
    send.mockResolvedValue({});
  });

  const create = (maxWaits = 5) =>
    LineageSeeder.create({ sender, logger, batchSize: 2, waitMs: 1, maxWaits });

  const sent = () => send.mock.calls.map(([batch]) => batch.map(({ n }) => n));

  it('sends everything once, in order, in batches', async () => {
    await create().run(events, { signal });

    expect(sent()).toEqual([[1, 2], [3, 4], [5]]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it.each([
    ['nothing listens', new TypeError('fetch failed')],
    ['the plugin is not there yet', notReady(new Error('Not found'), 404)],
    ['there is too much to do', notReady(new ServiceUnavailableError(), 503)],
  ])('waits while %s', async (_, error) => {
    send.mockRejectedValueOnce(error).mockRejectedValueOnce(error);

    await create().run(events.slice(0, 2), { signal });

    expect(sent()).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  it('sends again what may work later, and names what never will', async () => {
    const answer: BatchAnswer = {
      failed_events: [
        { index: 0, reason: 'busy', retriable: true },
        { index: 1, reason: 'run.runId is missing', retriable: false },
      ],
    };
    send.mockResolvedValueOnce(answer);

    await create().run(events.slice(0, 2), { signal });

    expect(sent()).toEqual([[1, 2], [1]]);
    expect(logger.warn.mock.calls).toEqual([
      ['1 events of the sample lineage were refused: run.runId is missing'],
    ]);
  });

  it('gives up after a while', async () => {
    send.mockRejectedValue(new TypeError('fetch failed'));

    await expect(create(3).run(events, { signal })).rejects.toThrow(
      'took no events',
    );
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('does not try again what was refused as a whole', async () => {
    send.mockRejectedValue(notReady(new Error('Not allowed'), 403));

    await expect(create().run(events, { signal })).rejects.toThrow(
      'Not allowed',
    );
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('stops quietly when the portal shuts down', async () => {
    const controller = new AbortController();
    send.mockImplementation(async () => {
      controller.abort();
      throw new DOMException('aborted', 'AbortError');
    });

    await create().run(events, { signal: controller.signal });

    expect(send).toHaveBeenCalledTimes(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
