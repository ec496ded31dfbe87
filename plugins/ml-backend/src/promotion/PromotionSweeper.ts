import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { pendingPromotionStates } from '@understudy/plugin-ml-common';
import { systemActor } from './Actor';
import { approvalRequested, nobodyCanApprove } from './promotionNotifications';
import { changePromotions } from './changePromotions';
import { approvalsMissing } from './countApprovals';
import { StoredGateRun } from './gates/StoredGateRun';
import { PromotionDeps } from './PromotionDeps';
import { PromotionEvaluator } from './PromotionEvaluator';
import { PromotionRecord } from './PromotionRecord';
import { PromotionService } from './PromotionService';

const PAGE = 100;

/**
 * Notices what nobody tells: time that runs out, evidence that arrived for a
 * blocked promotion, approvers that came or went.
 */
export class PromotionSweeper {
  readonly #deps: PromotionDeps;
  readonly #evaluator: PromotionEvaluator;
  readonly #promotions: PromotionService;
  readonly #logger: LoggerService;

  constructor(options: {
    deps: PromotionDeps;
    evaluator: PromotionEvaluator;
    promotions: PromotionService;
    logger: LoggerService;
  }) {
    this.#deps = options.deps;
    this.#evaluator = options.evaluator;
    this.#promotions = options.promotions;
    this.#logger = options.logger;
  }

  async sweep(signal: AbortSignal): Promise<void> {
    const expired = await this.#deps.store.findExpired(
      pendingPromotionStates,
      this.#deps.now().toISOString(),
    );
    for (const record of expired) {
      await this.#attempt(record, () => this.#promotions.expire(record));
    }
    await this.#eachPage('blocked', signal, records =>
      this.#lookForEvidence(records),
    );
    await this.#eachPage('awaiting_approval', signal, async records => {
      for (const record of records) {
        await this.#attempt(record, () => this.#refreshApprovers(record));
      }
    });
  }

  /** Runs the gates of blocked promotions, whose evidence is read together. */
  async #lookForEvidence(records: readonly PromotionRecord[]): Promise<void> {
    let gatesOf: (record: PromotionRecord) => StoredGateRun[];
    try {
      gatesOf = await this.#evaluator.readGates(records);
    } catch (error) {
      this.#logger.warn(
        `The evidence of ${records.length} blocked promotions could not be read: ${stringifyError(error)}`,
      );
      return;
    }
    for (const record of records) {
      await this.#attempt(record, () =>
        this.#promotions.evidenceChanged(record, gatesOf(record)),
      );
    }
  }

  /** Says so when somebody, or nobody, can approve any more. */
  async #refreshApprovers(record: PromotionRecord): Promise<void> {
    const approvals = await this.#deps.store.findApprovals(record.id);
    const requirements = await this.#evaluator.readRequirements(
      record,
      approvals,
    );
    const key = (of: PromotionRecord['requirements']) =>
      JSON.stringify(of.map(r => [r.id, r.groups, r.eligible, r.notice]));
    if (key(requirements) === key(record.requirements)) {
      return;
    }
    await changePromotions(this.#deps, systemActor, async unit => {
      const changed = await unit.write(record, {
        requirements,
        waitingFor: approvalsMissing(requirements),
      });
      unit.log(
        changed,
        {
          verb: 'promotion.approval.requested',
          after: {
            eligible: requirements.map(({ id, eligible }) => ({
              id,
              eligible,
            })),
          },
        },
        record,
        [...approvalRequested(changed), ...nobodyCanApprove(changed)].map(
          message => ({ message }),
        ),
      );
    });
  }

  async #eachPage(
    state: 'blocked' | 'awaiting_approval',
    signal: AbortSignal,
    fn: (records: PromotionRecord[]) => Promise<void>,
  ): Promise<void> {
    let after: string | undefined;
    while (!signal.aborted) {
      const records = await this.#deps.store.findInState(state, {
        after,
        limit: PAGE,
      });
      if (records.length > 0) {
        await fn(records);
      }
      if (records.length < PAGE) {
        return;
      }
      after = records[records.length - 1].id;
    }
  }

  /** One promotion that cannot be judged must not hold up the others. */
  async #attempt(
    record: PromotionRecord,
    fn: () => Promise<void>,
  ): Promise<void> {
    try {
      await fn();
    } catch (error) {
      this.#logger.warn(
        `Promotion '${record.id}' could not be looked at: ${stringifyError(error)}`,
      );
    }
  }
}
