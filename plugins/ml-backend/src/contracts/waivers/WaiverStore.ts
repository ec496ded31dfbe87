import { ContractWaiverState } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { StoredWaiver } from './StoredWaiver';
import { JoinedRow, StepRow, toWaiver, toWaiverRow } from './waiverRows';

/** Waivers of one provider that wait or hold at a time; more cannot be asked for. */
export const OPEN_LIMIT = 1000;

/** Keeps waivers. Nothing is written over: what is done about one is a step of its own. */
export class WaiverStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new WaiverStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Those of providers that wait or hold at a time, oldest first. They are as
   * many as may be asked for: {@link OPEN_LIMIT} of each.
   */
  async readOpen(
    subjectIds: readonly string[],
    now: string,
    trx: Knex = this.#knex,
  ): Promise<StoredWaiver[]> {
    const found: StoredWaiver[] = [];
    for (const batch of inBatches([...new Set(subjectIds)])) {
      const rows = await this.#joined(trx)
        .whereIn('waiver.subject_id', batch)
        .where('waiver.until', '>', now)
        .whereNull('revoked.waiver_id')
        .where(open =>
          open
            .whereNull('decided.verdict')
            .orWhere('decided.verdict', 'granted'),
        )
        .orderBy('waiver.id');
      found.push(...rows.map(toWaiver));
    }
    return found;
  }

  async find(subjectId: string, id: string): Promise<StoredWaiver | undefined> {
    const [row] = await this.#joined(this.#knex)
      .where('waiver.subject_id', subjectId)
      .where('waiver.id', id)
      .limit(1);
    return row && toWaiver(row);
  }

  /** Waivers by their ids, whatever they are about. */
  async findByIds(ids: readonly string[]): Promise<Map<string, StoredWaiver>> {
    const found = new Map<string, StoredWaiver>();
    for (const batch of inBatches([...new Set(ids)])) {
      const rows = await this.#joined(this.#knex).whereIn('waiver.id', batch);
      rows.map(toWaiver).forEach(waiver => found.set(waiver.id, waiver));
    }
    return found;
  }

  /** Those in some states, the latest first, after one of them. */
  async list(options: {
    subjectId: string;
    /** Any state where empty. */
    states: readonly ContractWaiverState[];
    now: string;
    limit: number;
    after?: string;
  }): Promise<StoredWaiver[]> {
    const { subjectId, states, now, limit, after } = options;
    const query = this.#joined(this.#knex)
      .where('waiver.subject_id', subjectId)
      .orderBy('waiver.id', 'desc')
      .limit(limit);
    if (after !== undefined) {
      query.where('waiver.id', '<', after);
    }
    if (states.length > 0) {
      query.where(any =>
        states.forEach(state =>
          any.orWhere(one => narrowToState(one, state, now)),
        ),
      );
    }
    return (await query).map(toWaiver);
  }

  /**
   * Keeps others who ask for waivers of a provider waiting until the
   * transaction ends: what is open can be counted then.
   */
  async lockSubject(trx: Knex.Transaction, subjectId: string): Promise<void> {
    await trx('subject').where({ id: subjectId }).forUpdate().first('id');
  }

  async insert(
    trx: Knex.Transaction,
    waivers: readonly StoredWaiver[],
  ): Promise<void> {
    for (const batch of inBatches(waivers)) {
      await trx('contract_waiver').insert(batch.map(toWaiverRow));
    }
  }

  /** Throws a conflict of the database where the step was taken before. */
  async addStep(trx: Knex.Transaction, step: StepRow): Promise<void> {
    await trx<StepRow>('contract_waiver_step').insert(step);
  }

  #joined(knex: Knex): Knex.QueryBuilder<JoinedRow, JoinedRow[]> {
    return knex('contract_waiver as waiver')
      .leftJoin('contract_waiver_step as decided', join =>
        join
          .on('decided.waiver_id', 'waiver.id')
          .andOnVal('decided.step', 'decision'),
      )
      .leftJoin('contract_waiver_step as revoked', join =>
        join
          .on('revoked.waiver_id', 'waiver.id')
          .andOnVal('revoked.step', 'revocation'),
      )
      .select(
        'waiver.*',
        'decided.verdict as verdict',
        'decided.taken_by as decided_by',
        'decided.taken_at as decided_at',
        'decided.reason as decision_reason',
        'revoked.taken_by as revoked_by',
        'revoked.taken_at as revoked_at',
        'revoked.reason as revocation_reason',
      );
  }
}

/** The same as `waiverState` says, for the database. */
function narrowToState(
  query: Knex.QueryBuilder,
  state: ContractWaiverState,
  now: string,
): void {
  if (state === 'revoked') {
    query.whereNotNull('revoked.waiver_id');
    return;
  }
  query.whereNull('revoked.waiver_id');
  if (state === 'refused') {
    query.where('decided.verdict', 'refused');
    return;
  }
  if (state === 'ended') {
    query
      .where('waiver.until', '<=', now)
      .where(rest =>
        rest.whereNull('decided.verdict').orWhere('decided.verdict', 'granted'),
      );
    return;
  }
  query.where('waiver.until', '>', now);
  if (state === 'in-force') {
    query.where('decided.verdict', 'granted');
  } else {
    query.whereNull('decided.verdict');
  }
}
