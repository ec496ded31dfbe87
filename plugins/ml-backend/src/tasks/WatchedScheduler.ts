import {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskDescriptor,
  SchedulerServiceTaskFunction,
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskRunner,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import { RunningTaskStore, TaskRun } from './RunningTaskStore';

const SIGN_EVERY_MS = 5_000;
/** Longer than a busy process, or a database that is started again, is silent. */
const DEAD_AFTER_SECONDS = 30;
const LOOK_EVERY_SECONDS = 15;

/**
 * The scheduler of the platform, with an eye on what it has begun. It takes a
 * task for running until its timeout, also when the process that ran it was
 * killed: a registry would not be read for half an hour. Here a run gives signs
 * of life, and one without any is given up and begun anew within a minute.
 */
export class WatchedScheduler implements SchedulerService {
  readonly #logger: LoggerService;
  readonly #running: RunningTaskStore;
  readonly #scheduler: SchedulerService;

  /** Begins to watch. */
  static async create(options: {
    logger: LoggerService;
    running: RunningTaskStore;
    scheduler: SchedulerService;
  }): Promise<WatchedScheduler> {
    const watched = new WatchedScheduler(options);
    // On every replica: one that dies while it looks keeps no other from it.
    await options.scheduler.scheduleTask({
      id: 'ml-abandoned-tasks',
      frequency: { seconds: LOOK_EVERY_SECONDS },
      timeout: { minutes: 1 },
      scope: 'local',
      fn: () => watched.#giveUpSilent(),
    });
    return watched;
  }

  private constructor(options: {
    logger: LoggerService;
    running: RunningTaskStore;
    scheduler: SchedulerService;
  }) {
    this.#logger = options.logger;
    this.#running = options.running;
    this.#scheduler = options.scheduler;
  }

  async scheduleTask(
    task: SchedulerServiceTaskScheduleDefinition &
      SchedulerServiceTaskInvocationDefinition,
  ): Promise<void> {
    await this.#scheduler.scheduleTask(
      // What runs in one process only ends with it.
      task.scope === 'local'
        ? task
        : { ...task, fn: signal => this.#run(task.id, task.fn, signal) },
    );
  }

  createScheduledTaskRunner(
    schedule: SchedulerServiceTaskScheduleDefinition,
  ): SchedulerServiceTaskRunner {
    return {
      run: task => this.scheduleTask({ ...task, ...schedule }),
    };
  }

  async triggerTask(id: string): Promise<void> {
    await this.#scheduler.triggerTask(id);
  }

  async cancelTask(id: string): Promise<void> {
    await this.#scheduler.cancelTask(id);
  }

  async getScheduledTasks(): Promise<SchedulerServiceTaskDescriptor[]> {
    return await this.#scheduler.getScheduledTasks();
  }

  async #run(
    task: string,
    fn: SchedulerServiceTaskFunction,
    signal: AbortSignal,
  ): Promise<void> {
    const run = { task, run: randomUUID() };
    const sign = () => this.#note(task, this.#running.noteAlive(run));
    await sign();
    const signs = setInterval(sign, SIGN_EVERY_MS);
    // It is no longer this run that the others wait for.
    signal.addEventListener('abort', () => clearInterval(signs));
    try {
      await fn(signal);
    } finally {
      clearInterval(signs);
      await this.#note(task, this.#running.noteEnd(run));
    }
  }

  /** A task is not to fail because it could not be watched. */
  async #note(task: string, noted: Promise<void>): Promise<void> {
    try {
      await noted;
    } catch (error) {
      this.#logger.warn(
        `No sign of life of task '${task}' could be noted: ${stringifyError(error)}`,
      );
    }
  }

  async #giveUpSilent(): Promise<void> {
    try {
      for (const run of await this.#running.listSilent(DEAD_AFTER_SECONDS)) {
        await this.#giveUp(run);
      }
    } catch (error) {
      this.#logger.warn(
        `Tasks that were left behind could not be looked for: ${stringifyError(error)}`,
      );
    }
  }

  async #giveUp(run: TaskRun): Promise<void> {
    if (!(await this.#running.claimSilent(run, DEAD_AFTER_SECONDS))) {
      return;
    }
    const { task } = run;
    try {
      // Not running: it has timed out, or was cancelled before.
      await unlessRefused('ConflictError', this.#scheduler.cancelTask(task));
      // Running: another replica has begun it meanwhile.
      await unlessRefused('ConflictError', this.#scheduler.triggerTask(task));
      this.#logger.warn(
        `Task '${task}' was left behind by a process that died, and is due again`,
      );
    } catch (error) {
      if (!isNamed(error, 'NotFoundError')) {
        this.#logger.warn(
          `Task '${task}' was left behind and could not be given up: ${stringifyError(error)}`,
        );
        return;
      }
    }
    await this.#running.noteEnd(run);
  }
}

async function unlessRefused(name: string, done: Promise<void>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (!isNamed(error, name)) {
      throw error;
    }
  }
}

function isNamed(error: unknown, name: string): boolean {
  return isError(error) && error.name === name;
}
