import {
  IntakeDecision,
  RegistryRecordRef,
  registryRecordKey,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { monotonicFactory } from 'ulid';
import { inBatches } from '../../database/inBatches';
import { isStorable } from '../../database/isStorable';
import { IntakeDecisionRow, IntakeDecisionWithModel } from './decisionRows';

/** A decision to be kept. */
export interface DecisionToKeep {
  record: RegistryRecordRef;
  action: IntakeDecision['action'];
  owner?: string;
  subjectId?: string;
  reason?: string;
  decidedBy: string;
  decidedAt: string;
}

// Decisions of one request stay in their order.
const nextId = monotonicFactory();

/** Keeps the decisions in force in the plugin's database, one per record. */
export class IntakeDecisionStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new IntakeDecisionStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Decisions about one server in the order of their ids, after one of them. */
  async list(options: {
    server: string;
    after?: string;
    limit: number;
  }): Promise<IntakeDecisionWithModel[]> {
    const query = withModel(this.#knex)
      .where('intake_decision.server', options.server)
      .orderBy('intake_decision.id')
      .limit(options.limit);
    if (options.after) {
      query.where('intake_decision.id', '>', options.after);
    }
    return await query;
  }

  /** Decisions about some records, by `registryRecordKey`. */
  async findByRecords(
    records: readonly RegistryRecordRef[],
    trx?: Knex.Transaction,
  ): Promise<Map<string, IntakeDecisionWithModel>> {
    const found = new Map<string, IntakeDecisionWithModel>();
    for (const [server, names] of namesByServer(records)) {
      for (const batch of inBatches([...names])) {
        const rows: IntakeDecisionWithModel[] = await withModel(
          trx ?? this.#knex,
        )
          .where('intake_decision.server', server)
          .whereIn('intake_decision.name', batch);
        rows.forEach(row => found.set(registryRecordKey(row), row));
      }
    }
    return found;
  }

  /** Writes decisions in place of former ones about the same records. */
  async keep(
    trx: Knex.Transaction,
    decisions: readonly DecisionToKeep[],
  ): Promise<void> {
    const rows = decisions.map(
      ({ record, ...decision }): IntakeDecisionRow => ({
        id: nextId(),
        server: record.server,
        workspace: record.workspace ?? '',
        name: record.name,
        action: decision.action,
        owner: decision.owner ?? null,
        subject_id: decision.subjectId ?? null,
        reason: decision.reason ?? null,
        decided_by: decision.decidedBy,
        decided_at: decision.decidedAt,
      }),
    );
    for (const batch of inBatches(rows)) {
      await trx<IntakeDecisionRow>('intake_decision')
        .insert(batch)
        .onConflict(['server', 'workspace', 'name'])
        // The id stays: who reads page by page misses nothing.
        .merge([
          'action',
          'owner',
          'subject_id',
          'reason',
          'decided_by',
          'decided_at',
        ]);
    }
  }

  /** Takes decisions back. */
  async remove(trx: Knex.Transaction, ids: readonly string[]): Promise<void> {
    for (const batch of inBatches(ids)) {
      await trx<IntakeDecisionRow>('intake_decision')
        .whereIn('id', batch)
        .delete();
    }
  }
}

/**
 * Names of records by their server, a start that every index has. Those that no
 * database can hold are left out.
 */
export function namesByServer(
  records: readonly RegistryRecordRef[],
): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { server, workspace = '', name } of records) {
    if (![server, workspace, name].every(isStorable)) {
      continue;
    }
    const known = names.get(server);
    if (known) {
      known.add(name);
    } else {
      names.set(server, new Set([name]));
    }
  }
  return names;
}

function withModel(knex: Knex): Knex.QueryBuilder {
  return knex('intake_decision')
    .leftJoin('subject', 'subject.id', '=', 'intake_decision.subject_id')
    .select('intake_decision.*', 'subject.ref as model');
}
