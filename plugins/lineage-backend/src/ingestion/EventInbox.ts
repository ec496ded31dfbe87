import { ServiceUnavailableError } from '@backstage/errors';
import { Knex } from 'knex';
import { isRefusedByDatabase } from '../database/databaseErrors';
import { Sql } from '../database/Sql';
import { PreparedEvent } from './prepareEvent';

/** Of events that are held in memory until they are stored. */
const MAX_QUEUE_BYTES = 64 * 1024 * 1024;
/** Of what one statement stores. */
const GROUP_EVENTS = 1000;
const GROUP_BYTES = 8 * 1024 * 1024;
const BACKLOG_LOOK_MS = 1000;

interface Entry {
  event: PreparedEvent;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Stores events so that none is lost once it was accepted. What arrives while
 * the database is busy is stored together, in one statement.
 */
export class EventInbox {
  readonly #sql: Sql;
  readonly #maxBacklog: number;
  readonly #maxQueueBytes: number;
  readonly #onStored: () => void;
  readonly #now: () => Date;
  readonly #queue: Entry[] = [];
  #queuedBytes = 0;
  #storing: Promise<void> | undefined;
  #stopped = false;
  #backlogFull = false;
  #backlogSeenAt = 0;

  constructor(options: {
    knex: Knex;
    /** With so many events waiting to be put into the graph, no more are taken. */
    maxBacklog: number;
    maxQueueBytes?: number;
    onStored: () => void;
    now: () => Date;
  }) {
    this.#sql = new Sql(options.knex);
    this.#maxBacklog = options.maxBacklog;
    this.#maxQueueBytes = options.maxQueueBytes ?? MAX_QUEUE_BYTES;
    this.#onStored = options.onStored;
    this.#now = options.now;
  }

  /**
   * Answers once the event is committed. One that is there already is left as
   * it is.
   *
   * @throws ServiceUnavailableError when there is no room or no database; the
   * same event can be sent again later.
   */
  async accept(event: PreparedEvent): Promise<void> {
    if (this.#stopped) {
      throw new ServiceUnavailableError('The portal is being stopped');
    }
    if (this.#backlogFull && (await this.#isBacklogFull())) {
      throw new ServiceUnavailableError(
        `There are ${this.#maxBacklog} events waiting already`,
      );
    }
    // Something is always let in, or events bigger than the bound never were.
    if (
      this.#queuedBytes > 0 &&
      this.#queuedBytes + event.bytes > this.#maxQueueBytes
    ) {
      throw new ServiceUnavailableError(
        'More events arrive than can be stored at present',
      );
    }
    await new Promise<void>((resolve, reject) => {
      this.#queue.push({ event, resolve, reject });
      this.#queuedBytes += event.bytes;
      this.#storing ??= this.#store();
    });
  }

  /** Stores what was taken and takes no more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#storing;
  }

  async #store(): Promise<void> {
    // What is sent at the same time gets into the same group.
    await new Promise(resolve => setImmediate(resolve));
    while (this.#queue.length > 0) {
      const group = this.#takeGroup();
      await this.#storeGroup(group);
      for (const { event } of group) {
        this.#queuedBytes -= event.bytes;
      }
    }
    this.#storing = undefined;
  }

  #takeGroup(): Entry[] {
    let bytes = 0;
    const more = this.#queue.findIndex(({ event }, index) => {
      bytes += event.bytes;
      return index === GROUP_EVENTS || bytes > GROUP_BYTES;
    });
    return this.#queue.splice(0, more < 0 ? this.#queue.length : more || 1);
  }

  async #storeGroup(group: Entry[]): Promise<void> {
    try {
      await this.#isBacklogFull();
      await this.#insert(group.map(({ event }) => event));
    } catch (error) {
      if (isRefusedByDatabase(error) && group.length > 1) {
        // Only who sent what is not taken shall hear of it.
        const half = group.length >> 1;
        await this.#storeGroup(group.slice(0, half));
        await this.#storeGroup(group.slice(half));
        return;
      }
      const answer = isRefusedByDatabase(error)
        ? error
        : new ServiceUnavailableError('Events cannot be stored now', error);
      group.forEach(({ reject }) => reject(answer));
      return;
    }
    group.forEach(({ resolve }) => resolve());
    this.#onStored();
  }

  async #insert(events: PreparedEvent[]): Promise<void> {
    const rows = events
      .map(({ eventTime, runId, ...event }) => ({
        ...event,
        event_time: eventTime,
        run_id: runId,
      }))
      // Two replicas that store the same events wait for each other in one
      // order, and so never both at once.
      .sort((a, b) => (a.hash < b.hash ? -1 : 1));
    await this.#sql.run(
      `insert into event (hash, received_at, event_time, kind, run_id, bytes, body)
       select e.hash, cast(? as text), e.event_time, e.kind, e.run_id, e.bytes, e.body
       from ${this.#sql.rowsOf('e', {
         hash: 'text',
         event_time: 'text',
         kind: 'int',
         run_id: 'text',
         bytes: 'int',
         body: 'text',
       })}
       where true
       on conflict (hash) do nothing`,
      this.#now().toISOString(),
      JSON.stringify(rows),
    );
  }

  /** Counting takes time when much is waiting, so it is done once a second. */
  async #isBacklogFull(): Promise<boolean> {
    const now = this.#now().getTime();
    if (now - this.#backlogSeenAt >= BACKLOG_LOOK_MS) {
      this.#backlogSeenAt = now;
      const found = await this.#sql.select(
        'select id from event where state = 0 limit 1 offset ?',
        this.#maxBacklog,
      );
      this.#backlogFull = found.length > 0;
    }
    return this.#backlogFull;
  }
}
