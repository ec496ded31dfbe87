import { AliasDrift, AliasDriftChoice } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import {
  AliasDriftRow,
  NamedDriftRow,
  selectDrifts,
  toStoredDrift,
} from './driftRows';
import { liveDriftStates, StoredDrift } from './StoredDrift';

const LIVE_LIMIT = 100;
const ENDED_LIMIT = 20;

/** What may change of a drift. */
export interface DriftPatch {
  state: AliasDrift['state'];
  wanted?: Exclude<AliasDriftChoice, 'report'>;
  choice?: StoredDrift['choice'];
  promotionId?: string;
  endedAt?: string;
}

/** Reads and writes drifts of aliases. */
export class AliasDriftStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async transaction<T>(fn: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
    return await this.#knex.transaction(fn);
  }

  async find(
    id: string,
    knex: Knex = this.#knex,
  ): Promise<StoredDrift | undefined> {
    const row: NamedDriftRow | undefined = await selectDrifts(knex)
      .where('alias_drift.id', id)
      .first();
    return row && toStoredDrift(row);
  }

  /** Those of a model: all that are not over, then the last that are. */
  async list(subjectId: string): Promise<StoredDrift[]> {
    const ofModel = () =>
      selectDrifts(this.#knex)
        .where('alias_drift.subject_id', subjectId)
        .orderBy('alias_drift.id', 'desc');
    const live: NamedDriftRow[] = await ofModel()
      .whereIn('alias_drift.state', [...liveDriftStates])
      .limit(LIVE_LIMIT);
    const ended: NamedDriftRow[] = await ofModel()
      .whereNotIn('alias_drift.state', [...liveDriftStates])
      .limit(ENDED_LIMIT);
    return [...live, ...ended].map(toStoredDrift);
  }

  /** Those of some models that are not over. */
  async findLive(subjectIds: readonly string[]): Promise<StoredDrift[]> {
    const found: StoredDrift[] = [];
    for (const ids of inBatches([...new Set(subjectIds)])) {
      const rows: NamedDriftRow[] = await selectDrifts(this.#knex)
        .whereIn('alias_drift.subject_id', ids)
        .whereIn('alias_drift.state', [...liveDriftStates])
        .orderBy('alias_drift.id');
      found.push(...rows.map(toStoredDrift));
    }
    return found;
  }

  /** Those of all records of a registry that are not over. */
  async findLiveOfServer(server: string): Promise<StoredDrift[]> {
    const rows: NamedDriftRow[] = await selectDrifts(this.#knex)
      .where('registry_record.server', server)
      .whereIn('alias_drift.state', [...liveDriftStates])
      .orderBy('alias_drift.id');
    return rows.map(toStoredDrift);
  }

  /** The drift of an alias of the record of a version, if it is not over. */
  async findLiveOfAlias(
    tx: Knex.Transaction,
    options: { versionId: string; alias: string },
  ): Promise<StoredDrift | undefined> {
    const row: NamedDriftRow | undefined = await selectDrifts(tx)
      .where('alias_drift.alias', options.alias)
      .whereIn(
        'alias_drift.record_id',
        tx('version').where({ id: options.versionId }).select('record_id'),
      )
      .whereIn('alias_drift.state', [...liveDriftStates])
      .first();
    return row && toStoredDrift(row);
  }

  async insert(tx: Knex.Transaction, drift: StoredDrift): Promise<void> {
    const { place, decided, found } = drift;
    await tx<AliasDriftRow>('alias_drift').insert({
      id: drift.id,
      subject_id: place.subjectId,
      record_id: drift.recordId,
      alias: drift.alias,
      stage: place.stage,
      environment: place.target.environment,
      segment: place.target.segment,
      slot: place.slot,
      decided_version_id: decided?.versionId ?? null,
      found_version_id: found?.versionId ?? null,
      since: drift.since,
      state: drift.state,
    });
  }

  /** False when the drift was over already. */
  async update(
    tx: Knex.Transaction,
    id: string,
    patch: DriftPatch,
  ): Promise<boolean> {
    const { state, wanted, choice, promotionId, endedAt } = patch;
    const changed = await tx<AliasDriftRow>('alias_drift')
      .where({ id })
      .whereIn('state', [...liveDriftStates])
      .update({
        state,
        wanted: wanted ?? null,
        ended_at: endedAt ?? null,
        ...(choice
          ? {
              chosen_by: choice.by,
              chosen_at: choice.at,
              reason: choice.reason,
            }
          : {}),
        ...(promotionId ? { promotion_id: promotionId } : {}),
      });
    return changed === 1;
  }
}
