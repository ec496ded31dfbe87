import { Knex } from 'knex';

interface RunningTaskRow {
  task: string;
  run: string;
  alive_at: string;
}

/** A run of a task that gave no sign of life for long. */
export interface AbandonedRun {
  task: string;
  run: string;
}

/** Which tasks run, and when each last gave a sign of life. */
export class RunningTaskStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  static create(options: { knex: Knex; now?: () => Date }): RunningTaskStore {
    return new RunningTaskStore(
      options.knex,
      options.now ?? (() => new Date()),
    );
  }

  private constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  /** Notes that a run begins. Takes the place of a run before it. */
  async noteStart(task: string, run: string): Promise<void> {
    const row = { task, run, alive_at: this.#now().toISOString() };
    await this.#table().insert(row).onConflict('task').merge();
  }

  /** Does nothing once another run has begun. */
  async noteAlive(task: string, run: string): Promise<void> {
    await this.#table()
      .where({ task, run })
      .update({ alive_at: this.#now().toISOString() });
  }

  /** Does nothing once another run has begun. */
  async noteEnd(task: string, run: string): Promise<void> {
    await this.#table().where({ task, run }).delete();
  }

  /** Runs without a sign of life for as long. */
  async listAbandoned(silentForMs: number): Promise<AbandonedRun[]> {
    const before = new Date(this.#now().getTime() - silentForMs);
    return await this.#table()
      .where('alive_at', '<', before.toISOString())
      .orderBy('task')
      .select('task', 'run');
  }

  #table(): Knex.QueryBuilder<RunningTaskRow> {
    return this.#knex<RunningTaskRow>('running_task');
  }
}
