import { Knex } from 'knex';
import { ulid } from 'ulid';
import { inBatches } from '../database/inBatches';
import { LeasedMessage, NewMessage } from './OutboxMessage';

interface OutboxRow {
  id: string;
  kind: string;
  event_id: string;
  payload: string;
  created_at: string;
  available_at: string;
  attempts: number;
  lease_owner: string | null;
  lease_until: string | null;
  done_at: string | null;
  dead_at: string | null;
  last_error: string | null;
}

const LEASE_SECONDS = 60;
const BACKOFF_SECONDS = [5, 30, 120, 600, 3600, 6 * 3600, 24 * 3600];
const KEEP_DONE_DAYS = 7;

/** After so many failed attempts a message is dead: kept, not tried again. */
export const MAX_ATTEMPTS = BACKOFF_SECONDS.length + 1;

/**
 * Messages written together with their cause and delivered at least once, by
 * whichever replica takes them first.
 */
export class DatabaseOutbox {
  readonly #knex: Knex;
  readonly #now: () => Date;

  static create(options: { knex: Knex; now?: () => Date }) {
    return new DatabaseOutbox(options.knex, options.now ?? (() => new Date()));
  }

  private constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  /** Writes messages in the transaction of the events they follow from. */
  async add(
    trx: Knex.Transaction,
    messages: readonly (NewMessage & { eventId: string })[],
  ): Promise<void> {
    for (const batch of inBatches(messages)) {
      await trx<OutboxRow>('outbox').insert(
        batch.map(({ eventId, message, delaySeconds = 0 }) => ({
          id: ulid(),
          kind: message.kind,
          event_id: eventId,
          payload: JSON.stringify(message),
          created_at: this.#time(),
          available_at: this.#time(delaySeconds),
          attempts: 0,
        })),
      );
    }
  }

  /** Takes messages that are due, for a minute. */
  async lease(owner: string, limit: number): Promise<LeasedMessage[]> {
    return await this.#knex.transaction(async trx => {
      const now = this.#time();
      const query = trx<OutboxRow>('outbox')
        .whereNull('done_at')
        .whereNull('dead_at')
        .where('available_at', '<=', now)
        .where(due =>
          due.whereNull('lease_until').orWhere('lease_until', '<', now),
        )
        .orderBy('id')
        .limit(limit);
      if (trx.client.config.client === 'pg') {
        query.forUpdate().skipLocked();
      }
      const rows: OutboxRow[] = await query;
      if (rows.length > 0) {
        await trx<OutboxRow>('outbox')
          .whereIn(
            'id',
            rows.map(row => row.id),
          )
          .update({
            lease_owner: owner,
            lease_until: this.#time(LEASE_SECONDS),
            attempts: trx.raw('attempts + 1'),
          });
      }
      return rows.map(row => ({
        id: row.id,
        eventId: row.event_id,
        attempts: row.attempts + 1,
        message: JSON.parse(row.payload),
      }));
    });
  }

  async succeed(owner: string, ids: readonly string[]): Promise<void> {
    await this.#knex<OutboxRow>('outbox')
      .whereIn('id', [...ids])
      .where({ lease_owner: owner })
      .update({ done_at: this.#time(), lease_owner: null, lease_until: null });
  }

  /** Notes a failed attempt. Answers whether it was the last one. */
  async fail(
    owner: string,
    leased: LeasedMessage,
    error: string,
  ): Promise<{ dead: boolean }> {
    const dead = leased.attempts >= MAX_ATTEMPTS;
    const wait = BACKOFF_SECONDS[leased.attempts - 1] ?? 0;
    await this.#knex<OutboxRow>('outbox')
      .where({ id: leased.id, lease_owner: owner })
      .update({
        lease_owner: null,
        lease_until: null,
        last_error: error.slice(0, 2000),
        available_at: this.#time(wait),
        dead_at: dead ? this.#time() : null,
      });
    return { dead };
  }

  /** Drops what was delivered a week ago. Dead messages stay. */
  async prune(): Promise<void> {
    await this.#knex<OutboxRow>('outbox')
      .where('done_at', '<', this.#time(-KEEP_DONE_DAYS * 86_400))
      .delete();
  }

  #time(offsetSeconds = 0): string {
    return new Date(this.#now().getTime() + offsetSeconds * 1000).toISOString();
  }
}
