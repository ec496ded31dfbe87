import { PromotionState } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { PromotionRow } from './promotionRows';

const LEASE_SECONDS = 60;
const DUE_STATES: PromotionState[] = ['approved', 'executing'];

/** The right to work on a promotion, until it is renewed or lost. */
export interface PromotionLease {
  promotionId: string;
  /** Grows with every lease: who holds an older one may not write. */
  fencingToken: number;
}

/**
 * Shares the promotions that are due among workers of all replicas. A worker
 * that dies loses its lease after a minute.
 */
export class PromotionLeases {
  readonly #knex: Knex;
  readonly #now: () => Date;

  static create(options: { knex: Knex; now: () => Date }) {
    return new PromotionLeases(options.knex, options.now);
  }

  private constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  /** Takes promotions that are due and that no living worker holds. */
  async acquire(owner: string, limit: number): Promise<PromotionLease[]> {
    return await this.#knex.transaction(async trx => {
      const now = this.#time();
      const query = trx<PromotionRow>('promotion')
        .select('id', 'fencing_token')
        .whereIn('state', DUE_STATES)
        .where('next_attempt_at', '<=', now)
        .where(free =>
          free.whereNull('lease_until').orWhere('lease_until', '<', now),
        )
        .orderBy('next_attempt_at')
        .limit(limit);
      if (trx.client.config.client === 'pg') {
        query.forUpdate().skipLocked();
      }
      const leases: PromotionLease[] = [];
      for (const row of await query) {
        const taken = await trx<PromotionRow>('promotion')
          .where({ id: row.id, fencing_token: row.fencing_token })
          .update({
            lease_owner: owner,
            lease_until: this.#time(LEASE_SECONDS),
            fencing_token: row.fencing_token + 1,
          });
        if (taken === 1) {
          leases.push({
            promotionId: row.id,
            fencingToken: row.fencing_token + 1,
          });
        }
      }
      return leases;
    });
  }

  /** Prolongs a lease. Answers false when it was lost. */
  async renew(lease: PromotionLease): Promise<boolean> {
    const renewed = await this.#held(lease).update({
      lease_until: this.#time(LEASE_SECONDS),
    });
    return renewed === 1;
  }

  /** Gives a lease back; with `waitingFor` it is due again in some seconds. */
  async release(
    lease: PromotionLease,
    later?: { seconds: number; waitingFor: string },
  ): Promise<void> {
    await this.#held(lease).update({
      lease_owner: null,
      lease_until: null,
      ...(later
        ? {
            next_attempt_at: this.#time(later.seconds),
            waiting_for: later.waitingFor,
          }
        : {}),
    });
  }

  #held(lease: PromotionLease) {
    return this.#knex<PromotionRow>('promotion').where({
      id: lease.promotionId,
      fencing_token: lease.fencingToken,
    });
  }

  #time(offsetSeconds = 0): string {
    return new Date(this.#now().getTime() + offsetSeconds * 1000).toISOString();
  }
}
