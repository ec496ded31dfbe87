import { InputError } from '@backstage/errors';
import { LineageDeadLetter } from '@understudy/plugin-lineage-common';
import { Knex } from 'knex';
import { Sql } from '../database/Sql';

/** Bigger events are not listed; they stay in the database. */
const MAX_LISTED_BYTES = 64 * 1024;
const REPLAY_STEP = 1000;
const MAX_IDS = 1000;

const KINDS: Record<number, LineageDeadLetter['kind']> = {
  1: 'run',
  2: 'job',
  3: 'dataset',
};

interface DeadRow {
  id: number | string;
  kind: number;
  received_at: string;
  event_time: string;
  run_id: string | null;
  attempts: number;
  error: string | null;
  bytes: number;
  body: string | null;
}

/** Events that were accepted and could not be put into the graph. */
export class DeadLetterStore {
  readonly #sql: Sql;
  readonly #onReplay: () => void;

  constructor(options: { knex: Knex; onReplay: () => void }) {
    this.#sql = new Sql(options.knex);
    this.#onReplay = options.onReplay;
  }

  /** Oldest first, those after the given id. */
  async list(options: {
    limit: number;
    after?: string;
  }): Promise<{ items: LineageDeadLetter[]; hasMore: boolean }> {
    const rows = await this.#sql.select<DeadRow>(
      `select id, kind, received_at, event_time, run_id, attempts, error, bytes,
         case when bytes <= ? then body end as body
       from event where state = 2 and id > ? order by id limit ?`,
      MAX_LISTED_BYTES,
      readId(options.after ?? '0'),
      options.limit + 1,
    );
    return {
      items: rows.slice(0, options.limit).map(toDeadLetter),
      hasMore: rows.length > options.limit,
    };
  }

  /**
   * Has the given ones, or all, tried again. Ids of events that are no dead
   * letters are left out.
   *
   * @returns how many will be tried.
   */
  async replay(ids?: readonly string[]): Promise<number> {
    const count = ids ? await this.#replayThese(ids) : await this.#replayAll();
    if (count > 0) {
      this.#onReplay();
    }
    return count;
  }

  async #replayThese(ids: readonly string[]): Promise<number> {
    if (ids.length > MAX_IDS) {
      throw new InputError(
        `ids has ${ids.length} items, of ${MAX_IDS} allowed`,
      );
    }
    return await this.#sql.run(
      `update event set state = 0, error = null
       where state = 2 and id in (
         select id from ${this.#sql.rowsOf('r', { id: 'bigint' })}
       )`,
      JSON.stringify(ids.map(id => ({ id: readId(id) }))),
    );
  }

  async #replayAll(): Promise<number> {
    // What fails again meanwhile is not taken a second time.
    const [{ last }] = await this.#sql.select<{ last: number | string | null }>(
      'select max(id) as last from event where state = 2',
    );
    let total = 0;
    let from = 0;
    while (last !== null) {
      const rows = await this.#sql.select<{ id: number | string }>(
        `update event set state = 0, error = null
         where id in (
           select id from event
           where state = 2 and id > ? and id <= ? order by id limit ?
         )
         returning id`,
        from,
        Number(last),
        REPLAY_STEP,
      );
      total += rows.length;
      if (rows.length < REPLAY_STEP) {
        break;
      }
      from = Math.max(...rows.map(row => Number(row.id)));
    }
    return total;
  }
}

function readId(text: string): number {
  const id = Number(text);
  if (!/^\d{1,16}$/.test(text) || !Number.isSafeInteger(id)) {
    throw new InputError(`'${text}' is not the id of an event`);
  }
  return id;
}

function toDeadLetter(row: DeadRow): LineageDeadLetter {
  return {
    id: String(row.id),
    kind: KINDS[row.kind],
    receivedAt: row.received_at,
    eventTime: row.event_time,
    ...(row.run_id !== null && { runId: row.run_id }),
    attempts: row.attempts,
    error: row.error ?? '',
    bytes: row.bytes,
    ...(row.body !== null && { event: JSON.parse(row.body) }),
  };
}
