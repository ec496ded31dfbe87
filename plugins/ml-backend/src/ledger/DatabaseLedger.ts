import { canonicalJson } from '@understudy/contracts';
import { LedgerEvent, LedgerEventData } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { inBatches } from '../database/inBatches';
import { EventRow, toLedgerEvent } from './eventRows';
import { hashEvent } from './hashEvent';
import { limitSize } from './limitSize';

/** SQLite takes no more than 500 rows in one statement. */
const INSERT_BATCH = 100;

/** An event before it has its place in the chain. */
export interface NewLedgerEvent {
  /** `dev.understudy.<area>.<verb>`. */
  type: string;
  source: string;
  /** For people and filters, such as `model:default/fraud-score@44`. */
  subject: string;
  subjectId?: string;
  data: LedgerEventData;
}

/** What a list of events is narrowed by. All given parts must fit. */
export interface LedgerFilter {
  subjectId?: string;
  /** The exact subject of the event. */
  subject?: string;
  type?: string;
  correlationId?: string;
  /** ISO 8601 with milliseconds, inclusive. */
  from?: string;
  /** ISO 8601 with milliseconds, exclusive. */
  to?: string;
}

/** Appends to the hash chain and reads it. */
export class DatabaseLedger {
  readonly #knex: Knex;
  readonly #now: () => Date;

  static create(options: { knex: Knex; now?: () => Date }) {
    return new DatabaseLedger(options.knex, options.now ?? (() => new Date()));
  }

  private constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  /**
   * Appends events in the caller's transaction. The end of the chain is
   * locked until that transaction ends, so append last: what comes after it
   * keeps every other writer waiting.
   */
  async append(
    trx: Knex.Transaction,
    events: readonly NewLedgerEvent[],
  ): Promise<LedgerEvent[]> {
    if (events.length === 0) {
      return [];
    }
    const head = await trx<{ id: number; sequence: number; hash: string }>(
      'event_head',
    )
      .where({ id: 1 })
      .forUpdate()
      .first();
    if (!head) {
      throw new Error('The ledger has no head row; the database is damaged');
    }
    const start = Number(head.sequence);
    const chained: LedgerEvent[] = [];
    for (const event of events) {
      const content: Omit<LedgerEvent, 'hash'> = {
        specversion: '1.0',
        id: ulid(),
        type: event.type,
        source: event.source,
        subject: event.subject,
        time: this.#now().toISOString(),
        datacontenttype: 'application/json',
        sequence: start + chained.length + 1,
        prevHash: chained.at(-1)?.hash ?? head.hash,
        data: {
          ...event.data,
          before: limitSize(event.data.before),
          after: limitSize(event.data.after),
        },
      };
      chained.push({ ...content, hash: hashEvent(content) });
    }
    const rows = chained.map((event, index) =>
      toRow(event, events[index].subjectId),
    );
    for (const batch of inBatches(rows, INSERT_BATCH)) {
      await trx<EventRow>('event').insert(batch);
    }
    const end = chained[chained.length - 1];
    const moved = await trx('event_head')
      .where({ id: 1, sequence: start })
      .update({ sequence: end.sequence, hash: end.hash });
    if (moved !== 1) {
      throw new Error('The ledger was appended to outside of its lock');
    }
    return chained;
  }

  /** Events newest first, those before a sequence number. */
  async list(options: {
    filter: LedgerFilter;
    limit: number;
    before?: number;
  }): Promise<{ items: LedgerEvent[]; next?: number }> {
    const { filter, limit, before } = options;
    const query = this.#knex<EventRow>('event')
      .orderBy('sequence', 'desc')
      .limit(limit + 1);
    if (before !== undefined) {
      query.where('sequence', '<', before);
    }
    if (filter.subjectId !== undefined) {
      query.where('subject_id', filter.subjectId);
    }
    if (filter.subject !== undefined) {
      query.where('subject', filter.subject);
    }
    if (filter.type !== undefined) {
      query.where('type', filter.type);
    }
    if (filter.correlationId !== undefined) {
      query.where('correlation_id', filter.correlationId);
    }
    if (filter.from !== undefined) {
      query.where('time', '>=', filter.from);
    }
    if (filter.to !== undefined) {
      query.where('time', '<', filter.to);
    }
    const rows: EventRow[] = await query;
    const items = rows.slice(0, limit).map(toLedgerEvent);
    const next = rows.length > limit ? items.at(-1)?.sequence : undefined;
    return { items, ...(next === undefined ? {} : { next }) };
  }
}

function toRow(event: LedgerEvent, subjectId: string | undefined): EventRow {
  return {
    sequence: event.sequence,
    id: event.id,
    type: event.type,
    source: event.source,
    subject: event.subject,
    subject_id: subjectId ?? null,
    correlation_id: event.data.correlationId,
    time: event.time,
    data: canonicalJson(event.data),
    prev_hash: event.prevHash,
    hash: event.hash,
  };
}
