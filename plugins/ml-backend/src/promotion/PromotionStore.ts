import { PromotionState, PromotionTarget } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { ApprovalRecord, PromotionRecord } from './PromotionRecord';
import {
  ApprovalRow,
  NamedPromotionRow,
  PromotionRow,
  toApprovalRecord,
  toPromotionColumns,
  toPromotionRecord,
} from './promotionRows';

/** What a list of promotions is narrowed by. All given parts must fit. */
export interface PromotionFilter {
  subjectId?: string;
  states?: readonly PromotionState[];
  requestedBy?: string;
}

/** Where a promotion acts. */
export interface PromotionPlace {
  subjectId: string;
  target: PromotionTarget;
}

/** Reads and writes promotions and their approvals. */
export class PromotionStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new PromotionStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async transaction<T>(fn: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return await this.#knex.transaction(fn);
  }

  async find(
    id: string,
    knex: Knex = this.#knex,
  ): Promise<PromotionRecord | undefined> {
    const row = await select(knex).where('promotion.id', id).first();
    return row && toPromotionRecord(row);
  }

  async list(options: {
    filter: PromotionFilter;
    limit: number;
    before?: string;
  }): Promise<PromotionRecord[]> {
    const { filter, limit, before } = options;
    const query = select(this.#knex)
      .orderBy('promotion.id', 'desc')
      .limit(limit);
    if (filter.subjectId !== undefined) {
      query.where('promotion.subject_id', filter.subjectId);
    }
    if (filter.states !== undefined) {
      query.whereIn('promotion.state', [...filter.states]);
    }
    if (filter.requestedBy !== undefined) {
      query.where('promotion.requested_by', filter.requestedBy);
    }
    if (before !== undefined) {
      query.where('promotion.id', '<', before);
    }
    return (await query).map(toPromotionRecord);
  }

  /** Promotions at a place in any of some states, oldest first. */
  async findAt(
    place: PromotionPlace,
    states: readonly PromotionState[],
    knex: Knex = this.#knex,
  ): Promise<PromotionRecord[]> {
    const rows = await select(knex)
      .where({
        'promotion.subject_id': place.subjectId,
        'promotion.environment': place.target.environment,
        'promotion.segment': place.target.segment,
      })
      .whereIn('promotion.state', [...states])
      .orderBy('promotion.id')
      .limit(200);
    return rows.map(toPromotionRecord);
  }

  /** Promotions in some states whose time is over. */
  async findExpired(
    states: readonly PromotionState[],
    now: string,
  ): Promise<PromotionRecord[]> {
    const rows = await select(this.#knex)
      .whereIn('promotion.state', [...states])
      .where('promotion.expires_at', '<=', now)
      .orderBy('promotion.id')
      .limit(100);
    return rows.map(toPromotionRecord);
  }

  /** Promotions in a state in the order of their ids, after one of them. */
  async findInState(
    state: PromotionState,
    options: { after?: string; limit: number },
  ): Promise<PromotionRecord[]> {
    const query = select(this.#knex)
      .where('promotion.state', state)
      .orderBy('promotion.id')
      .limit(options.limit);
    if (options.after !== undefined) {
      query.where('promotion.id', '>', options.after);
    }
    return (await query).map(toPromotionRecord);
  }

  async insert(trx: Knex.Transaction, record: PromotionRecord): Promise<void> {
    await trx<PromotionRow>('promotion').insert({
      id: record.id,
      ...toPromotionColumns(record),
    });
  }

  /**
   * Writes a record unless somebody else did since it was read. Answers
   * whether it was written.
   */
  async update(
    trx: Knex.Transaction,
    record: PromotionRecord,
    expected: { revision: number; fencingToken: number },
    options: { releaseLease: boolean },
  ): Promise<boolean> {
    const changed = await trx<PromotionRow>('promotion')
      .where({
        id: record.id,
        revision: expected.revision,
        fencing_token: expected.fencingToken,
      })
      .update({
        ...toPromotionColumns(record),
        ...(options.releaseLease
          ? { lease_owner: null, lease_until: null }
          : {}),
      });
    return changed === 1;
  }

  /** The approvals of a promotion, oldest first. */
  async findApprovals(
    promotionId: string,
    knex: Knex = this.#knex,
  ): Promise<ApprovalRecord[]> {
    const rows = await knex<ApprovalRow>('promotion_approval')
      .where({ promotion_id: promotionId })
      .orderBy('id')
      .limit(500);
    return rows.map(toApprovalRecord);
  }

  async insertApprovals(
    trx: Knex.Transaction,
    approvals: readonly ApprovalRecord[],
  ): Promise<void> {
    await trx<ApprovalRow>('promotion_approval').insert(
      approvals.map(approval => ({
        id: approval.id,
        promotion_id: approval.promotionId,
        requirement_id: approval.requirementId,
        approver: approval.approver,
        via: approval.via,
        decision: approval.decision,
        reason: approval.reason ?? null,
        subject_digest: approval.subjectDigest,
        at: approval.at,
      })),
    );
  }

  /** Marks approvals that still count as stale. */
  async markStale(
    trx: Knex.Transaction,
    ids: readonly string[],
    options: { at: string; cause: string },
  ): Promise<void> {
    await trx<ApprovalRow>('promotion_approval')
      .whereIn('id', [...ids])
      .whereNull('stale_since')
      .update({ stale_since: options.at, stale_cause: options.cause });
  }
}

function select(knex: Knex) {
  return knex<PromotionRow>('promotion')
    .join('version', 'version.id', 'promotion.version_id')
    .join('subject', 'subject.id', 'promotion.subject_id')
    .select<NamedPromotionRow[]>(
      'promotion.*',
      'version.label',
      'subject.ref',
      'subject.last_owner',
    );
}
