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
import { AbandonedRun, RunningTaskStore } from './RunningTaskStore';

const SIGN_EVERY_MS = 5_000;
/** Longer than a busy process is silent, and clocks of replicas differ. */
const DEAD_AFTER_MS = 30_000;
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
    await options.scheduler.scheduleTask({
      id: 'ml-abandoned-tasks',
      frequency: { seconds: LOOK_EVERY_SECONDS },
      timeout: { minutes: 1 },
      scope: 'global',
      fn: () => watched.#giveUpAbandoned(),
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
        : {
            ...task,
            fn: signal => this.#run(task.id, task.fn, signal),
          },
    );
  }

  createScheduledTaskRunner(
    schedule: SchedulerServiceTaskScheduleDefinition,
  ): SchedulerServiceTaskRunner {
    return {
      run: task => this.scheduleTask({ ...schedule, ...task }),
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
    const run = randomUUID();
    await this.#running.noteStart(task, run);
    const signs = setInterval(() => {
      this.#running.noteAlive(task, run).catch(error => {
        this.#logger.warn(
          `No sign of life of task '${task}' could be noted: ${stringifyError(error)}`,
        );
      });
    }, SIGN_EVERY_MS);
    try {
      await fn(signal);
    } finally {
      clearInterval(signs);
      await this.#running.noteEnd(task, run);
    }
  }

  async #giveUpAbandoned(): Promise<void> {
    for (const abandoned of await this.#running.listAbandoned(DEAD_AFTER_MS)) {
      await this.#giveUp(abandoned);
    }
  }

  async #giveUp({ task, run }: AbandonedRun): Promise<void> {
    try {
      await this.#scheduler.cancelTask(task);
      await this.#scheduler.triggerTask(task);
      this.#logger.warn(
        `Task '${task}' was left behind by a process that died; it begins anew`,
      );
    } catch (error) {
      // It timed out meanwhile and has begun anew, or nobody schedules it any more.
      if (
        !isError(error) ||
        !['ConflictError', 'NotFoundError'].includes(error.name)
      ) {
        throw error;
      }
    }
    await this.#running.noteEnd(task, run);
  }
}
