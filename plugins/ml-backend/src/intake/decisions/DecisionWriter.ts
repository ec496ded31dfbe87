import { registryRecordKey } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { DatabaseOutbox } from '../../outbox/DatabaseOutbox';
import { accountOf, Actor } from '../../promotion/Actor';
import { IntakeRecordStore } from '../records/IntakeRecordStore';
import { VisibleRecord } from '../records/VisibleRecords';
import { IntakeDecisionWithModel, toKeptDecision } from './decisionRows';
import { describeDecision, isInForce } from './describeDecision';
import { IntakeDecisionStore } from './IntakeDecisionStore';
import { RequestedDecision } from './readDecision';

/** A decision that was judged and may be written. */
export interface DecisionToWrite {
  /** The record with the decision that was in force when it was judged. */
  record: VisibleRecord;
  requested: RequestedDecision;
  /** The Model that it concerns. */
  subjectId: string;
}

/**
 * What became of a decision. `changed-meanwhile`: somebody decided otherwise
 * after it was judged, so that the judgement may not hold.
 */
export type WriteOutcome = 'accepted' | 'unchanged' | 'changed-meanwhile';

/**
 * Writes decisions in one transaction, together with the ledger events and the
 * request to read the registries again.
 */
export class DecisionWriter {
  readonly #decisions: IntakeDecisionStore;
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #now: () => Date;
  readonly #outbox: DatabaseOutbox;
  readonly #records: IntakeRecordStore;
  readonly #wake: () => void;

  constructor(options: {
    decisions: IntakeDecisionStore;
    knex: Knex;
    ledger: DatabaseLedger;
    outbox: DatabaseOutbox;
    records: IntakeRecordStore;
    /** Called after a commit that leaves a message in the outbox. */
    wake: () => void;
    now?: () => Date;
  }) {
    this.#decisions = options.decisions;
    this.#knex = options.knex;
    this.#ledger = options.ledger;
    this.#now = options.now ?? (() => new Date());
    this.#outbox = options.outbox;
    this.#records = options.records;
    this.#wake = options.wake;
  }

  async write(
    decisions: readonly DecisionToWrite[],
    actor: Actor,
  ): Promise<Map<DecisionToWrite, WriteOutcome>> {
    const outcomes = await this.#knex.transaction(async trx => {
      const settled = await this.#settle(trx, decisions);
      const accepted = decisions.filter(
        decision => settled.get(decision) === 'accepted',
      );
      if (accepted.length > 0) {
        await this.#writeAccepted(trx, accepted, actor);
      }
      return settled;
    });
    if ([...outcomes.values()].includes('accepted')) {
      this.#wake();
    }
    return outcomes;
  }

  /** Compares with what is in force now that nobody else can change it. */
  async #settle(
    trx: Knex.Transaction,
    decisions: readonly DecisionToWrite[],
  ): Promise<Map<DecisionToWrite, WriteOutcome>> {
    const rows = decisions.map(({ record }) => record.row);
    await this.#records.lock(
      trx,
      rows.map(({ id }) => id),
    );
    const inForce = await this.#decisions.findByRecords(rows, trx);
    return new Map(
      decisions.map(decision => {
        const { record, requested } = decision;
        const now = inForce.get(registryRecordKey(record.row));
        if (isInForce(requested, now)) {
          return [decision, 'unchanged'];
        }
        return [
          decision,
          isSame(record.decision, now) ? 'accepted' : 'changed-meanwhile',
        ];
      }),
    );
  }

  async #writeAccepted(
    trx: Knex.Transaction,
    accepted: readonly DecisionToWrite[],
    actor: Actor,
  ): Promise<void> {
    const decidedAt = this.#now().toISOString();
    await this.#decisions.remove(
      trx,
      accepted.flatMap(({ requested, record }) =>
        requested.action === 'reset' ? (record.decision?.id ?? []) : [],
      ),
    );
    await this.#decisions.keep(
      trx,
      accepted.flatMap(({ requested, record, subjectId }) =>
        requested.action === 'reset'
          ? []
          : {
              record: record.row,
              action: requested.action,
              owner: requested.action === 'claim' ? requested.owner : undefined,
              subjectId: requested.action === 'bind' ? subjectId : undefined,
              reason: requested.reason,
              decidedBy: accountOf(actor),
              decidedAt,
            },
      ),
    );
    const correlationId = ulid();
    const [event] = await this.#ledger.append(
      trx,
      accepted.map(({ requested, record, subjectId }) =>
        describeDecision({
          record: record.row,
          requested,
          before: record.decision,
          subjectId,
          actor,
          correlationId,
        }),
      ),
    );
    const servers = new Set(accepted.map(({ record }) => record.row.server));
    await this.#outbox.add(trx, [
      {
        eventId: event.id,
        message: { kind: 'registry-read', servers: [...servers].sort() },
      },
    ]);
  }
}

function isSame(
  before: IntakeDecisionWithModel | undefined,
  now: IntakeDecisionWithModel | undefined,
): boolean {
  return (
    JSON.stringify(before && toKeptDecision(before)) ===
    JSON.stringify(now && toKeptDecision(now))
  );
}
