import { Knex } from 'knex';

const NOTICE_MS = 7 * 24 * 60 * 60 * 1000;

/** What is told of a waiver: that it will end, or that it has ended. */
export type WaiverReminderKind = 'ending' | 'ended';

/** Something that has to be told of a waiver from a time on. */
export interface WaiverReminder {
  /** ULID. */
  waiverId: string;
  kind: WaiverReminderKind;
}

interface ReminderRow {
  waiver_id: string;
  kind: WaiverReminderKind;
  due_at: string;
  done_at: string | null;
}

/** Keeps what has to be told of waivers, and marks what was. */
export class WaiverReminderStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new WaiverReminderStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Has a waiver told of a week before it ends, or at once where that is less
   * away, and when it has ended. Use it in the transaction that grants it.
   */
  async plan(
    trx: Knex.Transaction,
    waiver: { id: string; until: string },
  ): Promise<void> {
    const before = new Date(Date.parse(waiver.until) - NOTICE_MS).toISOString();
    await trx<ReminderRow>('contract_waiver_reminder').insert([
      { waiver_id: waiver.id, kind: 'ending', due_at: before },
      { waiver_id: waiver.id, kind: 'ended', due_at: waiver.until },
    ]);
  }

  /** Nothing more is told of a waiver. Use it in the transaction that takes it back. */
  async cancel(
    trx: Knex.Transaction,
    waiverId: string,
    at: string,
  ): Promise<void> {
    await trx<ReminderRow>('contract_waiver_reminder')
      .where({ waiver_id: waiverId })
      .whereNull('done_at')
      .update({ done_at: at });
  }

  /** What has to be told now, the longest due first. */
  async listDue(now: string, limit: number): Promise<WaiverReminder[]> {
    const rows = await this.#knex<ReminderRow>('contract_waiver_reminder')
      .whereNull('done_at')
      .where('due_at', '<=', now)
      .orderBy(['due_at', 'waiver_id', 'kind'])
      .limit(limit)
      .select('waiver_id', 'kind');
    return rows.map(({ waiver_id: waiverId, kind }) => ({ waiverId, kind }));
  }

  /**
   * Marks a reminder as done. Answers false where somebody did so before, on
   * whichever replica: then nothing may be told.
   */
  async finish(
    trx: Knex.Transaction,
    { waiverId, kind }: WaiverReminder,
    at: string,
  ): Promise<boolean> {
    const marked = await trx<ReminderRow>('contract_waiver_reminder')
      .where({ waiver_id: waiverId, kind })
      .whereNull('done_at')
      .update({ done_at: at });
    return marked > 0;
  }

  /** Lets others go first for a time. */
  async postpone(
    { waiverId, kind }: WaiverReminder,
    dueAt: string,
  ): Promise<void> {
    await this.#knex<ReminderRow>('contract_waiver_reminder')
      .where({ waiver_id: waiverId, kind })
      .whereNull('done_at')
      .update({ due_at: dueAt });
  }
}
