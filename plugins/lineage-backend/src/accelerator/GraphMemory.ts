import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { Sql } from '../database/Sql';
import { fits } from './Adjacency';
import { EdgeChange, EdgeIndex, EdgeRows } from './EdgeIndex';

const PAGE = 20_000;
/** What a connection and its share of nodes take in memory, both directions. */
const BYTES_OF_EDGE = 24;
/** With more changes than this share of all, reading anew is better. */
const MOST_CHANGED = 0.1;
const LEAST_CHANGED = 50_000;
/** After this an attempt to read the graph is made again. */
const RETRY_MS = 60_000;

/**
 * Keeps the graph in memory as long as it fits, in step with the database. Whoever
 * asks is given nothing while it is being read, and reads the database.
 */
export class GraphMemory {
  readonly #logger: LoggerService;
  readonly #maxBytes: number;
  readonly #sql: Sql;
  readonly #now: () => number;
  #known: { index: EdgeIndex; epoch: number } | undefined;
  #reading: Promise<void> | undefined;
  #retryAt = 0;
  #stopped = false;

  constructor(options: {
    knex: Knex;
    logger: LoggerService;
    /** 0 switches it off. */
    maxBytes: number;
    now?: () => number;
  }) {
    this.#logger = options.logger;
    this.#maxBytes = options.maxBytes;
    this.#sql = new Sql(options.knex);
    this.#now = options.now ?? Date.now;
  }

  /** Begins to read the graph; resolves when that is done. */
  async start(): Promise<void> {
    this.#begin();
    await this.#reading;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#reading;
  }

  /** The graph as it is now, if it is in memory. */
  async current(): Promise<EdgeIndex | undefined> {
    const known = this.#known;
    if (!known) {
      this.#begin();
      return undefined;
    }
    if (await this.#catchUp(known)) {
      return known.index;
    }
    if (this.#known === known) {
      this.#known = undefined;
      this.#begin();
    }
    return undefined;
  }

  #begin(): void {
    if (
      this.#reading ||
      this.#stopped ||
      this.#maxBytes === 0 ||
      this.#now() < this.#retryAt
    ) {
      return;
    }
    this.#retryAt = this.#now() + RETRY_MS;
    this.#reading = this.#read()
      .catch(error => {
        this.#logger.warn(
          `The graph cannot be held in memory: ${stringifyError(error)}`,
        );
      })
      .finally(() => {
        this.#reading = undefined;
      });
  }

  async #read(): Promise<void> {
    // What changes while it is read is applied afterwards, and wins.
    const epoch = await this.#readEpoch();
    const rows = new EdgeRows();
    let last: EdgeChange | undefined;
    for (;;) {
      const page = await this.#readPage(last);
      for (const row of page) {
        if (!fits(row)) {
          throw new Error('It has more nodes or environments than fit');
        }
        rows.add(row);
      }
      if (rows.count * BYTES_OF_EDGE > this.#maxBytes) {
        throw new Error(
          `It has more than ${rows.count} connections; lineage.memory.maxMegabytes says how much it may take`,
        );
      }
      last = page.at(-1);
      if (page.length < PAGE || this.#stopped) {
        break;
      }
      await setImmediate();
    }
    if (this.#stopped) {
      return;
    }
    const known = { index: rows.toIndex(), epoch };
    if (await this.#catchUp(known)) {
      this.#known = known;
      this.#retryAt = 0;
    }
  }

  async #readPage(last: EdgeChange | undefined): Promise<EdgeChange[]> {
    return await this.#sql.select<EdgeChange>(
      `select src, dst, environment_id, origin from edge
       where (src, dst, environment_id) > (?, ?, ?)
       order by src, dst, environment_id limit ?`,
      last?.src ?? -1,
      last?.dst ?? -1,
      last?.environment_id ?? -1,
      PAGE,
    );
  }

  async #readEpoch(): Promise<number> {
    const [row] = await this.#sql.selectOften<{ edge_epoch: number | string }>(
      'select edge_epoch from drain where id = 1',
    );
    return Number(row?.edge_epoch ?? 0);
  }

  /**
   * Applies what has changed; false: it has to be read anew. Several may be at it at
   * once, and what one of them was told may be older than what another one has applied.
   */
  async #catchUp(known: { index: EdgeIndex; epoch: number }): Promise<boolean> {
    const from = known.epoch;
    const epoch = await this.#readEpoch();
    if (epoch <= from) {
      // A number that is less than what was known before belongs to another database.
      return epoch === from;
    }
    const rows = await this.#sql.select<
      EdgeChange & { epoch: number | string }
    >(
      `select epoch, src, dst, environment_id, origin from edge_change
       where epoch > ? order by epoch limit ?`,
      from,
      LEAST_CHANGED + 1,
    );
    const first = Number(rows[0]?.epoch ?? 0);
    // Every change has its number: if the next one is not there, it was forgotten.
    if (
      first !== from + 1 ||
      rows.length > LEAST_CHANGED ||
      !rows.every(fits)
    ) {
      return false;
    }
    known.index.apply(rows.filter(row => Number(row.epoch) > known.epoch));
    known.epoch = Math.max(known.epoch, Number(rows[rows.length - 1].epoch));
    const bound = Math.max(
      LEAST_CHANGED,
      (known.index.bytes / BYTES_OF_EDGE) * MOST_CHANGED,
    );
    return known.index.changed <= bound;
  }
}
