import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { RunningTaskStore } from './RunningTaskStore';
import { WatchedScheduler } from './WatchedScheduler';

jest.setTimeout(60_000);

const START = Date.parse('2026-12-02T12:00:00.000Z');
const schedule = {
  frequency: { minutes: 1 },
  timeout: { minutes: 30 },
  scope: 'global' as const,
};

describe.each(databases.eachSupportedId())('WatchedScheduler on %s', id => {
  let knex: Knex;
  let now: number;
  let running: RunningTaskStore;
  const logger = mockServices.logger.mock();
  const platform = mockServices.scheduler.mock();

  beforeEach(async () => {
    jest.resetAllMocks();
    knex = await migratedDatabase(id);
    now = START;
    running = RunningTaskStore.create({ knex, now: () => new Date(now) });
  });

  afterEach(() => jest.useRealTimers());

  const watch = () =>
    WatchedScheduler.create({ logger, running, scheduler: platform });
  /** Does what the platform does when the time of a task has come. */
  const runNow = async (task: string) => {
    const scheduled = platform.scheduleTask.mock.calls
      .map(([definition]) => definition)
      .find(definition => definition.id === task);
    await scheduled?.fn(new AbortController().signal);
  };
  const rows = () => knex('running_task').select('task', 'alive_at');

  it('gives signs of life of a task for as long as it runs', async () => {
    jest.useFakeTimers({
      doNotFake: ['Date', 'nextTick', 'setImmediate', 'setTimeout'],
    });
    const scheduler = await watch();
    const seen: unknown[] = [];
    await scheduler.scheduleTask({
      ...schedule,
      id: 'read',
      fn: async signal => {
        seen.push(signal instanceof AbortSignal, await rows());
        now += 6_000;
        jest.advanceTimersByTime(6_000);
        // Written behind the back of the task.
        const signed = new Date(now).toISOString();
        while (!(await rows()).some(row => row.alive_at === signed)) {
          await new Promise(resolve => setTimeout(resolve, 5));
        }
      },
    });

    await runNow('read');

    expect(seen).toEqual([
      true,
      [{ task: 'read', alive_at: '2026-12-02T12:00:00.000Z' }],
    ]);
    await expect(rows()).resolves.toEqual([]);
    expect(jest.getTimerCount()).toBe(0);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('tells the platform of a task that fails', async () => {
    const scheduler = await watch();
    const { run } = scheduler.createScheduledTaskRunner(schedule);
    await run({
      id: 'read',
      fn: async () => {
        throw new Error('It was not read');
      },
    });

    await expect(runNow('read')).rejects.toThrow('It was not read');
    await expect(rows()).resolves.toEqual([]);
  });

  it('leaves what runs in one process only to the platform', async () => {
    const scheduler = await watch();
    const seen = jest.fn();
    await scheduler.scheduleTask({
      ...schedule,
      id: 'settle',
      scope: 'local',
      fn: async () => seen(await rows()),
    });

    await runNow('settle');

    expect(seen).toHaveBeenCalledWith([]);
  });

  it('begins anew what a process left behind that died', async () => {
    await running.noteStart('read-eu', 'dead');
    await running.noteStart('read-us', 'alive');
    now += 25_000;
    await running.noteAlive('read-us', 'alive');
    await watch();
    await runNow('ml-abandoned-tasks');
    expect(platform.cancelTask).not.toHaveBeenCalled();

    now += 6_000;
    await runNow('ml-abandoned-tasks');

    expect(platform.cancelTask.mock.calls).toEqual([['read-eu']]);
    expect(platform.triggerTask.mock.calls).toEqual([['read-eu']]);
    await expect(rows()).resolves.toMatchObject([{ task: 'read-us' }]);
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/^Task 'read-eu' was left behind/)],
    ]);
  });

  it.each([
    ['timed out meanwhile', new ConflictError('It is not running')],
    ['is no longer scheduled', new NotFoundError('It does not exist')],
  ])('forgets a run whose task %s', async (_case, error) => {
    platform.cancelTask.mockRejectedValue(error);
    await running.noteStart('read', 'dead');
    now += 31_000;
    await watch();

    await runNow('ml-abandoned-tasks');

    await expect(rows()).resolves.toEqual([]);
    expect(platform.triggerTask).not.toHaveBeenCalled();
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('looks again at a run that could not be given up', async () => {
    platform.cancelTask.mockRejectedValue(new Error('No connection'));
    await running.noteStart('read', 'dead');
    now += 31_000;
    await watch();

    await expect(runNow('ml-abandoned-tasks')).rejects.toThrow('No connection');
    await expect(rows()).resolves.toHaveLength(1);
  });

  it('does not take the signs of one run for those of another', async () => {
    await running.noteStart('read', 'first');
    now += 10_000;
    await running.noteStart('read', 'second');
    now += 10_000;
    await running.noteAlive('read', 'first');
    await running.noteEnd('read', 'first');

    await expect(rows()).resolves.toEqual([
      { task: 'read', alive_at: '2026-12-02T12:00:10.000Z' },
    ]);
    await expect(running.listAbandoned(5_000)).resolves.toEqual([
      { task: 'read', run: 'second' },
    ]);
  });

  it('hands the rest on to the platform', async () => {
    platform.getScheduledTasks.mockResolvedValue([]);
    const scheduler = await watch();

    await scheduler.triggerTask('read');
    await scheduler.cancelTask('read');

    expect(platform.triggerTask).toHaveBeenCalledWith('read');
    expect(platform.cancelTask).toHaveBeenCalledWith('read');
    await expect(scheduler.getScheduledTasks()).resolves.toEqual([]);
  });
});
