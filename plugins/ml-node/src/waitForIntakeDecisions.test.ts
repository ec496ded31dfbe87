import { ResponseError } from '@backstage/errors';
import type { KeptIntakeDecision } from '@understudy/plugin-ml-common';
import { waitForIntakeDecisions } from './waitForIntakeDecisions';

const decision: KeptIntakeDecision = {
  record: { server: 'eu', name: 'a' },
  decision: { action: 'ignore', reason: 'A test' },
  decidedBy: 'user:default/somebody',
  decidedAt: '2026-06-15T12:00:00.000Z',
};

const answered = (status: number) =>
  ResponseError.fromResponse(new Response('{}', { status }));

describe('waitForIntakeDecisions', () => {
  const list = jest.fn();
  const sleep = jest.fn(async (_ms: number) => {});

  beforeEach(() => jest.resetAllMocks());

  const wait = (signal?: AbortSignal) =>
    waitForIntakeDecisions({ list }, { server: 'eu', signal, sleep });

  it('asks once when there is an answer', async () => {
    list.mockResolvedValue([decision]);
    await expect(wait()).resolves.toEqual([decision]);
    expect(list).toHaveBeenCalledTimes(1);
    expect(sleep).not.toHaveBeenCalled();
  });

  it.each([502, 503, 504])('waits while the answer is %i', async status => {
    list.mockRejectedValueOnce(await answered(status));
    list.mockRejectedValueOnce(await answered(status));
    list.mockResolvedValue([decision]);
    await expect(wait()).resolves.toEqual([decision]);
    expect(sleep).toHaveBeenCalledTimes(2);
  });

  it('waits while nobody listens', async () => {
    list.mockRejectedValueOnce(new TypeError('fetch failed'));
    list.mockResolvedValue([]);
    await expect(wait()).resolves.toEqual([]);
  });

  it('gives up after a minute', async () => {
    list.mockRejectedValue(await answered(503));
    await expect(wait()).rejects.toMatchObject({ statusCode: 503 });
    const waited = sleep.mock.calls.reduce((sum, [ms]) => sum + ms, 0);
    expect(waited).toBe(60_000);
  });

  it.each([404, 403, 500])(
    'does not wait when the answer is %i',
    async status => {
      list.mockRejectedValue(await answered(status));
      await expect(wait()).rejects.toMatchObject({ statusCode: status });
      expect(list).toHaveBeenCalledTimes(1);
    },
  );

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    list.mockImplementation(async () => {
      controller.abort(new Error('Enough'));
      throw new TypeError('fetch failed');
    });
    await expect(wait(controller.signal)).rejects.toThrow('Enough');
    expect(sleep).not.toHaveBeenCalled();
  });
});
