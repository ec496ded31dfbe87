import { ConflictError } from '@backstage/errors';
import { Actor, systemActor } from './Actor';
import { illegalEvent, staleRevision, TooManyRequestsError } from './conflicts';
import { StoredGateRun } from './gates/StoredGateRun';
import { changePromotions } from './changePromotions';
import { PromotionDeps } from './PromotionDeps';
import { PromotionEvaluator } from './PromotionEvaluator';
import { ApprovalRecord, PromotionRecord } from './PromotionRecord';
import { settlePromotion } from './settlePromotion';

const REEVALUATE_EVERY_MS = 60_000;

/**
 * What may happen to a promotion between its request and its execution,
 * besides decisions of approvers. Knows nothing of permissions.
 */
export class PromotionService {
  readonly #deps: PromotionDeps;
  readonly #evaluator: PromotionEvaluator;

  constructor(deps: PromotionDeps, evaluator: PromotionEvaluator) {
    this.#deps = deps;
    this.#evaluator = evaluator;
  }

  /** Runs the gates of a blocked promotion again, at most once a minute. */
  async reevaluate(
    record: PromotionRecord,
    revision: number,
    actor: Actor,
  ): Promise<PromotionRecord> {
    if (record.revision !== revision) {
      throw staleRevision(record);
    }
    const last = Math.max(
      0,
      ...record.gateRuns.map(run => Date.parse(run.startedAt)),
    );
    const wait = last + REEVALUATE_EVERY_MS - this.#deps.now().getTime();
    if (record.state === 'blocked' && wait > 0) {
      throw new TooManyRequestsError(
        `The gates were evaluated less than a minute ago; try again in ${Math.ceil(wait / 1000)} s`,
      );
    }
    return await this.#evaluateAgain(record, 'reevaluate', actor);
  }

  /**
   * Evaluates a blocked promotion again when its gates, run now, have other
   * verdicts than the stored ones.
   */
  async evidenceChanged(
    record: PromotionRecord,
    gateRuns: readonly StoredGateRun[],
  ): Promise<void> {
    if (!sameVerdicts(record.gateRuns, gateRuns)) {
      await this.#evaluateAgain(record, 'evidence.changed', systemActor);
    }
  }

  /**
   * Takes back what was approved because it is no longer true, and judges
   * the promotion anew.
   */
  async invalidate(
    record: PromotionRecord,
    stale: { ids: string[]; cause: string },
    actor: Actor,
  ): Promise<PromotionRecord> {
    const approvals = await this.#deps.store.findApprovals(record.id);
    const evaluation = await this.#evaluator.evaluate(
      record,
      approvals.filter(approval => !stale.ids.includes(approval.id)),
    );
    return await changePromotions(this.#deps, actor, async unit => {
      const { record: evaluating } = await unit.transition(
        record,
        'invalidate',
        {},
        {
          stale,
          // A worker may hold the promotion; it has to let go of it.
          patch: { fencingToken: record.fencingToken + 1 },
          detail: {
            verb: 'promotion.approval.stale',
            reason: stale.cause,
            after: { approvals: stale.ids },
          },
        },
      );
      return await settlePromotion(
        unit,
        evaluating,
        evaluation,
        this.#deps.now(),
      );
    });
  }

  /** Withdraws a promotion that is not being executed yet. */
  async cancel(
    record: PromotionRecord,
    options: { revision: number; reason?: string },
    actor: Actor,
  ): Promise<PromotionRecord> {
    if (record.state === 'cancelled') {
      return record;
    }
    if (record.revision !== options.revision) {
      throw staleRevision(record);
    }
    return await changePromotions(this.#deps, actor, async unit => {
      const { record: cancelled } = await unit.transition(
        record,
        'cancel',
        { mayWithdraw: true },
        {
          patch: { waitingFor: undefined, nextAttemptAt: undefined },
          detail: { verb: 'promotion.cancelled', reason: options.reason },
        },
      );
      return cancelled;
    });
  }

  /** Lets the time of a promotion run out. */
  async expire(record: PromotionRecord): Promise<void> {
    await changePromotions(this.#deps, systemActor, async unit => {
      await unit.transition(
        record,
        'timer',
        {},
        {
          patch: { waitingFor: undefined, nextAttemptAt: undefined },
          detail: {
            verb: 'promotion.expired',
            words: `Nothing happened until ${record.expiresAt}. Ask again when it is still wanted`,
          },
        },
      );
    });
  }

  /** Gives a rollback the reason it was done for. */
  async addReason(
    record: PromotionRecord,
    reason: string,
    actor: Actor,
  ): Promise<PromotionRecord> {
    if (record.reason === reason) {
      return record;
    }
    if (record.reason !== undefined) {
      throw new ConflictError(
        `Promotion '${record.id}' has a reason already: '${record.reason}'`,
      );
    }
    return await changePromotions(this.#deps, actor, async unit => {
      const reasoned = await unit.write(record, {
        reason,
        reasonDueAt: undefined,
      });
      unit.log(reasoned, { verb: 'promotion.reasoned', reason }, record);
      return reasoned;
    });
  }

  async #evaluateAgain(
    record: PromotionRecord,
    event: 'reevaluate' | 'evidence.changed',
    actor: Actor,
  ): Promise<PromotionRecord> {
    if (record.state !== 'blocked') {
      throw illegalEvent(record, event, []);
    }
    const approvals = await this.#deps.store.findApprovals(record.id);
    const evaluation = await this.#evaluator.evaluate(record, approvals);
    return await changePromotions(this.#deps, actor, async unit => {
      const { record: evaluating } = await unit.transition(
        record,
        event,
        {},
        { detail: { verb: 'promotion.gate.started' } },
      );
      return await settlePromotion(
        unit,
        evaluating,
        evaluation,
        this.#deps.now(),
      );
    });
  }
}

function sameVerdicts(
  before: readonly StoredGateRun[],
  after: readonly StoredGateRun[],
): boolean {
  const verdicts = (runs: readonly StoredGateRun[]) =>
    JSON.stringify(
      runs.map(run => [run.gateId, run.status, run.blocks, run.summary]),
    );
  return verdicts(before) === verdicts(after);
}

/** Approvals that still count. */
export function liveApprovals(
  approvals: readonly ApprovalRecord[],
): ApprovalRecord[] {
  return approvals.filter(approval => approval.staleSince === undefined);
}
