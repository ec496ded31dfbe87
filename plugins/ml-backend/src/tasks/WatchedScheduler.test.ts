import { DefaultSchedulerService } from '@backstage/backend-defaults/scheduler';
import {
  RootLifecycleService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { RunningTaskStore } from './RunningTaskStore';
import { WatchedScheduler } from './WatchedScheduler';

jest.setTimeout(60_000);

const schedule = {
  frequency: { hours: 1 },
  timeout: { minutes: 30 },
  scope: 'global' as const,
};
const dead = { task: 'read', run: 'dead' };

describe.each(databases.eachSupportedId())('WatchedScheduler on %s', id => {
  let knex: Knex;
  let running: RunningTaskStore;
  const logger = mockServices.logger.mock();
  const platform = mockServices.scheduler.mock();

  beforeEach(async () => {
    jest.resetAllMocks();
    knex = await migratedDatabase(id);
    running = RunningTaskStore.create({ knex });
  });

  afterEach(() => jest.useRealTimers());

  const watch = (scheduler: SchedulerService = platform) =>
    WatchedScheduler.create({ logger, running, scheduler });
  /** Does what the platform does when the time of a task has come. */
  const runNow = async (task: string, signal = new AbortController().signal) =>
    await platform.scheduleTask.mock.calls
      .map(([definition]) => definition)
      .find(definition => definition.id === task)
      ?.fn(signal);
  const look = () => runNow('ml-abandoned-tasks');
  const tasks = () => knex('running_task').orderBy('task').pluck('task');
  const silence = async (task: string, seconds: number) => {
    await knex('running_task')
      .where({ task })
      .update({
        alive_at: knex.raw(
          id === 'SQLITE_3'
            ? `datetime('now', '-${seconds} seconds')`
            : `now() - interval '${seconds} seconds'`,
        ),
      });
  };
  const warnings = () => logger.warn.mock.calls.map(([message]) => message);

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
        seen.push(signal instanceof AbortSignal, await tasks());
        await silence('read', 60);
        jest.advanceTimersByTime(5_000);
        // Written behind the back of the task.
        while ((await running.listSilent(30)).length > 0) {
          await new Promise(resolve => setTimeout(resolve, 5));
        }
      },
    });

    await runNow('read');

    expect(seen).toEqual([true, ['read']]);
    const signs = jest.spyOn(running, 'noteAlive');
    jest.advanceTimersByTime(60_000);
    expect(signs).not.toHaveBeenCalled();
    await expect(tasks()).resolves.toEqual([]);
    expect(warnings()).toEqual([]);
  });

  it('gives none once a run is called off', async () => {
    jest.useFakeTimers({
      doNotFake: ['Date', 'nextTick', 'setImmediate', 'setTimeout'],
    });
    const scheduler = await watch();
    const calledOff = new AbortController();
    await scheduler.scheduleTask({
      ...schedule,
      id: 'read',
      fn: async () => {
        calledOff.abort();
        jest.advanceTimersByTime(60_000);
      },
    });
    const signs = jest.spyOn(running, 'noteAlive');

    await runNow('read', calledOff.signal);

    expect(signs).toHaveBeenCalledTimes(1);
    await expect(tasks()).resolves.toEqual([]);
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
    await expect(tasks()).resolves.toEqual([]);

    await knex.schema.dropTable('running_task');
    await expect(runNow('read')).rejects.toThrow('It was not read');
  });

  it('runs a task that cannot be watched', async () => {
    const scheduler = await watch();
    const fn = jest.fn();
    await scheduler.scheduleTask({ ...schedule, id: 'read', fn });
    await knex.schema.dropTable('running_task');

    await runNow('read');

    expect(fn).toHaveBeenCalledTimes(1);
    expect(warnings()).toContainEqual(
      expect.stringMatching(/^No sign of life of task 'read' could be noted/),
    );
  });

  it('leaves what runs in one process only to the platform', async () => {
    const scheduler = await watch();
    const seen = jest.fn();
    await scheduler.scheduleTask({
      ...schedule,
      id: 'settle',
      scope: 'local',
      fn: async () => seen(await tasks()),
    });

    await runNow('settle');

    expect(seen).toHaveBeenCalledWith([]);
  });

  it('makes due again what a process left behind that died', async () => {
    await running.noteAlive({ task: 'read-eu', run: 'dead' });
    await running.noteAlive({ task: 'read-us', run: 'alive' });
    await silence('read-eu', 20);
    await silence('read-us', 20);
    await watch();
    await look();
    expect(platform.cancelTask).not.toHaveBeenCalled();

    await silence('read-eu', 35);
    await look();

    expect(platform.cancelTask.mock.calls).toEqual([['read-eu']]);
    expect(platform.triggerTask.mock.calls).toEqual([['read-eu']]);
    await expect(tasks()).resolves.toEqual(['read-us']);
    expect(warnings()).toEqual([
      expect.stringMatching(/^Task 'read-eu' was left behind by a process/),
    ]);
  });

  it('is done by one of all replicas that look', async () => {
    await running.noteAlive(dead);
    await silence('read', 35);
    await watch();

    await Promise.all([look(), look(), look()]);

    expect(platform.cancelTask).toHaveBeenCalledTimes(1);
    expect(platform.triggerTask).toHaveBeenCalledTimes(1);
  });

  it('makes due what timed out meanwhile, and leaves what was begun', async () => {
    const notRunning = new ConflictError('It is not running');
    platform.cancelTask.mockRejectedValue(notRunning);
    await running.noteAlive(dead);
    await silence('read', 35);
    await watch();
    await look();
    expect(platform.triggerTask.mock.calls).toEqual([['read']]);
    await expect(tasks()).resolves.toEqual([]);

    platform.triggerTask.mockRejectedValue(new ConflictError('It is running'));
    await running.noteAlive(dead);
    await silence('read', 35);
    await look();
    await expect(tasks()).resolves.toEqual([]);
  });

  it('forgets a task that nobody knows any more', async () => {
    platform.cancelTask.mockRejectedValue(new NotFoundError('No such task'));
    await running.noteAlive(dead);
    await silence('read', 35);
    await watch();

    await look();

    await expect(tasks()).resolves.toEqual([]);
    expect(warnings()).toEqual([]);
  });

  it('comes back to what could not be given up, and goes on with the rest', async () => {
    platform.triggerTask.mockRejectedValueOnce(new Error('No connection'));
    await running.noteAlive({ task: 'read-eu', run: 'dead' });
    await running.noteAlive({ task: 'read-us', run: 'dead' });
    await silence('read-eu', 35);
    await silence('read-us', 35);
    await watch();

    await look();

    await expect(tasks()).resolves.toEqual(['read-eu']);
    expect(warnings()).toEqual([
      expect.stringMatching(/'read-eu' .* given up: Error: No connection/),
      expect.stringMatching(/'read-us' .* is due again/),
    ]);

    await silence('read-eu', 35);
    await look();
    await expect(tasks()).resolves.toEqual([]);
  });

  it('says when it cannot look', async () => {
    await watch();
    await knex.schema.dropTable('running_task');

    await look();

    expect(warnings()).toEqual([
      expect.stringMatching(/^Tasks that were left behind could not be looked/),
    ]);
  });

  it('does not take the end of one run for that of another', async () => {
    await running.noteAlive({ task: 'read', run: 'first' });
    await running.noteAlive({ task: 'read', run: 'second' });
    await running.noteEnd({ task: 'read', run: 'first' });
    await silence('read', 35);

    await expect(
      running.claimSilent({ task: 'read', run: 'first' }, 30),
    ).resolves.toBe(false);
    await expect(running.listSilent(30)).resolves.toEqual([
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

  it('gets a task of a dead replica run by the scheduler of the platform', async () => {
    const stops: (() => unknown)[] = [];
    const replica = () =>
      DefaultSchedulerService.create({
        database: mockServices.database.mock({ getClient: async () => knex }),
        httpRouter: mockServices.httpRouter.mock(),
        logger: mockServices.logger.mock({ child: () => logger }),
        metrics: metricsServiceMock.mock(),
        pluginMetadata: { getId: () => 'ml' },
        rootLifecycle: {
          addShutdownHook: stop => stops.push(stop),
        } as Partial<RootLifecycleService> as RootLifecycleService,
      });
    let begun = () => {};
    const hasBegun = new Promise<void>(resolve => {
      begun = resolve;
    });
    let die = () => {};
    await replica().scheduleTask({
      ...schedule,
      id: 'read',
      fn: async () => {
        begun();
        await new Promise<void>(resolve => {
          die = resolve;
        });
      },
    });
    await hasBegun;
    await running.noteAlive(dead);
    await silence('read', 35);

    const other = await watch(replica());
    const isRun = new Promise<string>((resolve, reject) => {
      other
        .scheduleTask({
          ...schedule,
          id: 'read',
          fn: async () => resolve('by the other'),
        })
        .catch(reject);
    });
    await expect(isRun).resolves.toBe('by the other');

    die();
    await Promise.all(stops.map(stop => stop()));
    while ((await tasks()).length > 0) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  });
});
