import { Knex } from 'knex';

/** A run of a task. */
export interface TaskRun {
  task: string;
  run: string;
}

/**
 * Which tasks run, and when each last gave a sign of life: by the clock of the
 * database, as those of replicas may differ.
 */
export class RunningTaskStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): RunningTaskStore {
    return new RunningTaskStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Notes that a run begins or goes on. Takes the place of a run before it. */
  async noteAlive({ task, run }: TaskRun): Promise<void> {
    await this.#knex('running_task')
      .insert({ task, run, alive_at: this.#knex.fn.now() })
      .onConflict('task')
      .merge();
  }

  /** Does nothing once another run has begun. */
  async noteEnd({ task, run }: TaskRun): Promise<void> {
    await this.#knex('running_task').where({ task, run }).delete();
  }

  /** Runs without a sign of life for as long. */
  async listSilent(seconds: number): Promise<TaskRun[]> {
    return await this.#knex('running_task')
      .where('alive_at', '<', this.#before(seconds))
      .orderBy('task')
      .select('task', 'run');
  }

  /**
   * Takes a silent run on, so that of all who see it one does something about
   * it. Whoever does not note its end leaves it to the others after as long.
   *
   * @returns false when it gave a sign meanwhile, or somebody else took it on
   */
  async claimSilent({ task, run }: TaskRun, seconds: number): Promise<boolean> {
    const claimed = await this.#knex('running_task')
      .where({ task, run })
      .where('alive_at', '<', this.#before(seconds))
      .update({ alive_at: this.#knex.fn.now() });
    return claimed === 1;
  }

  #before(seconds: number): Knex.Raw {
    return this.#knex.client.config.client === 'pg'
      ? this.#knex.raw(`now() - ? * interval '1 second'`, [seconds])
      : this.#knex.raw(`datetime('now', ?)`, [`-${seconds} seconds`]);
  }
}
