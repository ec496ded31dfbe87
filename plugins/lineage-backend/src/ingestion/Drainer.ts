import { EventFacts } from '@understudy/plugin-lineage-common';
import { stringifyError } from '@backstage/errors';
import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { isDatabaseTrouble } from '../database/databaseErrors';
import { changeGraph } from '../database/changeGraph';
import { Sql } from '../database/Sql';
import { NameRules } from '../names/NameRules';
import {
  applyNameRules,
  readRulesInForce,
} from '../nodes/refold/applyNameRules';
import { applyEdgeWindow } from './drain/applyEdgeWindow';
import { applyEvents } from './drain/applyEvents';
import { asMuchAsFits } from './drain/asMuchAsFits';
import { Replay } from './drain/Replay';
import { readStoredEvent } from './prepareEvent';

/** Of one transaction: on SQLite nobody else reads meanwhile. */
const BATCH_EVENTS = 500;
/** So many events are read before others get their turn. */
const SLICE = 50;
const MAX_ERROR_LENGTH = 2000;

interface EventRow {
  id: number | string;
  hash: string;
  received_at: string;
  body: string;
}

/** What came of an attempt to put events into the graph. */
export interface DrainResult {
  /** Put into the graph. */
  done: number;
  /** Given up: they can be looked at and tried again. */
  dead: { id: string; error: string }[];
  /** Why there is no point in going on at once: nothing waits, or another replica is at it. */
  rest?: 'idle' | 'busy';
}

/**
 * Puts events that wait into the graph, oldest first. An event and what follows
 * from it are written in one transaction, so whoever dies on the way leaves
 * nothing half done.
 */
export class Drainer {
  readonly #knex: Knex;
  readonly #rules: NameRules;
  readonly #windowMs: number;
  #prepared = false;
  readonly #replay = new Replay();
  readonly #batchEvents: number;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    rules: NameRules;
    /** A connection is current when seen so long before the latest event of its job. */
    windowMs: number;
    batchEvents?: number;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#rules = options.rules;
    this.#windowMs = options.windowMs;
    this.#batchEvents = options.batchEvents ?? BATCH_EVENTS;
    this.#now = options.now;
  }

  /**
   * Brings the graph in step with the configuration: rules for names and the
   * window may be others than before. While another backend has rules of a newer
   * version, events are left to it.
   */
  async #prepare(): Promise<boolean> {
    if (!this.#prepared) {
      this.#prepared = await applyNameRules(this.#knex, this.#rules);
      if (this.#prepared) {
        await applyEdgeWindow(this.#knex, this.#windowMs);
      }
    }
    return this.#prepared;
  }

  /**
   * One batch.
   *
   * @throws what the database says when it is away.
   */
  async drainBatch(): Promise<DrainResult> {
    const ids = await this.#findWaiting();
    if (!(await this.#prepare())) {
      return { done: 0, dead: [], rest: 'busy' };
    }
    if (ids.length === 0) {
      return await this.#replayBatch();
    }
    return await this.#drain(ids);
  }

  /** When nothing waits: declarations in events from before declarations were kept. */
  async #replayBatch(): Promise<DrainResult> {
    const idle: DrainResult = { done: 0, dead: [], rest: 'idle' };
    if (await this.#replay.isOver(new Sql(this.#knex))) {
      return idle;
    }
    try {
      return await this.#inTransaction(async sql => {
        if ((await readRulesInForce(sql, this.#rules)) !== 'these') {
          this.#prepared = false;
          return { done: 0, dead: [], rest: 'busy' };
        }
        const more = await this.#replay.putBatch(sql, events =>
          this.#applyFacts(sql, events),
        );
        return more ? { done: 0, dead: [] } : idle;
      });
    } catch (error) {
      if (isDatabaseTrouble(error)) {
        throw error;
      }
      const id = this.#replay.failed();
      return {
        done: 0,
        dead: id === undefined ? [] : [{ id, error: stringifyError(error) }],
      };
    }
  }

  async #applyFacts(sql: Sql, events: readonly EventFacts[]): Promise<void> {
    await applyEvents(sql, events, {
      rules: this.#rules,
      windowMs: this.#windowMs,
    });
  }

  /** Events that cannot be applied are found by halves, and given up alone. */
  async #drain(ids: readonly string[]): Promise<DrainResult> {
    try {
      return await this.#inTransaction(sql => this.#apply(sql, ids));
    } catch (error) {
      if (isDatabaseTrouble(error)) {
        throw error;
      }
      if (ids.length === 1) {
        const dead = [{ id: ids[0], error: stringifyError(error) }];
        return await this.#inTransaction(async sql => {
          await this.#giveUp(sql, dead);
          return { done: 0, dead };
        });
      }
    }
    const middle = ids.length >> 1;
    const first = await this.#drain(ids.slice(0, middle));
    const second = await this.#drain(ids.slice(middle));
    return {
      done: first.done + second.done,
      dead: [...first.dead, ...second.dead],
      rest: first.rest ?? second.rest,
    };
  }

  async #inTransaction(
    work: (sql: Sql) => Promise<DrainResult>,
  ): Promise<DrainResult> {
    const result = await changeGraph(this.#knex, { wait: false }, work);
    return result ?? { done: 0, dead: [], rest: 'busy' };
  }

  async #apply(sql: Sql, ids: readonly string[]): Promise<DrainResult> {
    if ((await readRulesInForce(sql, this.#rules)) !== 'these') {
      this.#prepared = false;
      return { done: 0, dead: [], rest: 'busy' };
    }
    // Read again under the lock: another replica may have been faster.
    const rows = await sql.select<EventRow>(
      `select e.id, e.hash, e.received_at, e.body
       from ${sql.rowsOf('r', { id: 'bigint' })}
       cross join event as e where e.id = r.id and e.state = 0
       order by e.id`,
      JSON.stringify(ids.map(id => ({ id }))),
    );
    const events: EventFacts[] = [];
    const done: string[] = [];
    const dead: DrainResult['dead'] = [];
    for (const [index, row] of rows.entries()) {
      try {
        events.push(readStoredEvent(row));
        done.push(String(row.id));
      } catch (error) {
        dead.push({ id: String(row.id), error: stringifyError(error) });
      }
      if (index % SLICE === SLICE - 1) {
        await setImmediate();
      }
    }
    await this.#applyFacts(sql, events);
    await this.#finish(sql, done);
    await this.#giveUp(sql, dead);
    return { done: done.length, dead };
  }

  async #findWaiting(): Promise<string[]> {
    const rows = await new Sql(this.#knex).select<{
      id: number | string;
      bytes: number;
    }>(
      'select id, bytes from event where state = 0 order by id limit ?',
      this.#batchEvents,
    );
    return asMuchAsFits(rows).map(row => String(row.id));
  }

  async #finish(sql: Sql, ids: readonly string[]): Promise<void> {
    await sql.run(
      `update event set state = 1, attempts = attempts + 1, error = null
       where id in (select id from ${sql.rowsOf('r', { id: 'bigint' })})`,
      JSON.stringify(ids.map(id => ({ id }))),
    );
    await sql.run(
      'update drain set last_drained_at = ? where id = 1',
      this.#now().toISOString(),
    );
  }

  async #giveUp(sql: Sql, dead: DrainResult['dead']): Promise<void> {
    if (dead.length === 0) {
      return;
    }
    await sql.run(
      `update event set state = 2, attempts = attempts + 1, error = r.error
       from ${sql.rowsOf('r', { id: 'bigint', error: 'text' })}
       where event.id = r.id and event.state = 0`,
      JSON.stringify(
        dead.map(({ id, error }) => ({
          id,
          // PostgreSQL takes no NUL, and the event may be quoted.
          error: error.replaceAll('\0', '').slice(0, MAX_ERROR_LENGTH),
        })),
      ),
    );
  }
}
