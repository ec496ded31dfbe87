import {
  isDatabaseConflictError,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Assignment, PromotionExecution } from '@understudy/plugin-ml-common';
import { settleDrift } from '../aliases/drift/settleDrift';
import { systemActor } from './Actor';
import { AliasMover } from './AliasMover';
import { changeSince } from './ApprovalService';
import { planAlias } from './planAlias';
import { changePromotions } from './changePromotions';
import { PromotionDeps } from './PromotionDeps';
import { PromotionEvaluator } from './PromotionEvaluator';
import { PromotionLease, PromotionLeases } from './PromotionLeases';
import { executionDelayed } from './promotionNotifications';
import { placeOf } from './promotionPlaces';
import {
  PromotionRecord,
  stageOf,
  targetWords,
  versionRefOf,
} from './PromotionRecord';
import { liveApprovals, PromotionService } from './PromotionService';
import { PromotionUnit } from './PromotionUnit';

const LOCK_RETRY_SECONDS = 5;
const CHECK_RETRY_SECONDS = 30;
const BACKOFF_SECONDS = [5, 10, 30, 60, 120, 300];

/** Somebody else works on the promotion now; nothing more may be written. */
class LeaseLostError extends Error {}

/**
 * Does what was approved: checks once more, moves the alias, and then moves
 * the assignment. Every step may be the last one before a crash; whoever takes
 * over starts from what is stored and comes to the same end.
 */
export class PromotionExecutor {
  readonly #deps: PromotionDeps;
  readonly #evaluator: PromotionEvaluator;
  readonly #promotions: PromotionService;
  readonly #leases: PromotionLeases;
  readonly #aliases: AliasMover;
  readonly #logger: LoggerService;

  constructor(options: {
    deps: PromotionDeps;
    evaluator: PromotionEvaluator;
    promotions: PromotionService;
    leases: PromotionLeases;
    aliases: AliasMover;
    logger: LoggerService;
  }) {
    this.#deps = options.deps;
    this.#evaluator = options.evaluator;
    this.#promotions = options.promotions;
    this.#leases = options.leases;
    this.#aliases = options.aliases;
    this.#logger = options.logger;
  }

  /** Works on a leased promotion until it is done or has to wait. */
  async execute(lease: PromotionLease, signal: AbortSignal): Promise<void> {
    const found = await this.#deps.store.find(lease.promotionId);
    if (!found || found.fencingToken !== lease.fencingToken) {
      return;
    }
    const record =
      found.state === 'approved' ? await this.#begin(found, lease) : found;
    if (record?.state !== 'executing') {
      return;
    }
    try {
      await this.#moveAlias(record, lease, signal);
    } catch (error) {
      if (error instanceof LeaseLostError) {
        this.#logger.warn(error.message);
      } else if (signal.aborted) {
        // Shutting down, or the lease was lost: no attempt that counts.
        await this.#leases.release(lease);
      } else {
        await this.#postpone(record, stringifyError(error));
      }
      return;
    }
    await this.#finish(record);
  }

  /** Looks once more whether what was approved still holds, and starts. */
  async #begin(
    record: PromotionRecord,
    lease: PromotionLease,
  ): Promise<PromotionRecord | undefined> {
    try {
      const stale = await this.#findStale(record);
      if (stale) {
        await this.#promotions.invalidate(record, stale, systemActor);
        return undefined;
      }
      const execution = await this.#plan(record);
      return await changePromotions(this.#deps, systemActor, async unit => {
        const { record: executing } = await unit.transition(
          record,
          'execute',
          { recheckPassed: true },
          {
            patch: {
              execution,
              waitingFor: execution.alias
                ? `Moving '${execution.alias.alias}' in ${this.#aliases.title(execution.alias)}`
                : undefined,
            },
            detail: { verb: 'promotion.executing', after: { ...execution } },
          },
        );
        return executing;
      });
    } catch (error) {
      const busy = isDatabaseConflictError(error);
      await this.#leases.release(lease, {
        seconds: busy ? LOCK_RETRY_SECONDS : CHECK_RETRY_SECONDS,
        waitingFor: busy
          ? `Another promotion is moving ${targetWords(record.target)} now`
          : `The last check before execution failed and is tried again: ${stringifyError(error)}`,
      });
      if (!busy) {
        this.#logger.warn(
          `Promotion '${record.id}' could not be checked: ${stringifyError(error)}`,
        );
      }
      return undefined;
    }
  }

  async #findStale(
    record: PromotionRecord,
  ): Promise<{ ids: string[]; cause: string } | undefined> {
    const approvals = liveApprovals(
      await this.#deps.store.findApprovals(record.id),
    );
    const evaluation = await this.#evaluator.evaluate(record, approvals);
    const { goneSince } = evaluation.version;
    if (goneSince) {
      throw new Error(
        `${versionRefOf(record)} is gone from its registry since ${goneSince}`,
      );
    }
    const cause = changeSince(record, evaluation);
    if (cause) {
      return { ids: approvals.map(approval => approval.id), cause };
    }
    const left = approvals.filter(
      approval =>
        !evaluation.resolved.some(
          requirement =>
            requirement.approval.id === approval.requirementId &&
            requirement.approvers.has(approval.approver),
        ),
    );
    return evaluation.approvalsComplete
      ? undefined
      : {
          ids: left.map(approval => approval.id),
          cause: `${[...new Set(left.map(one => one.approver))].join(' and ') || 'Somebody'} may not approve any more`,
        };
  }

  async #plan(record: PromotionRecord): Promise<PromotionExecution> {
    const alias = planAlias({
      stage: stageOf(record),
      target: record.target,
      place: await this.#deps.records.findPlace(record.versionId),
    });
    const manualCommand = alias && this.#aliases.manualCommand(alias);
    const heldBefore =
      alias &&
      (await this.#deps.records.findAliasHolder(record.subjectId, alias));
    return {
      attempt: 0,
      startedAt: this.#deps.now().toISOString(),
      ...(alias ? { alias } : {}),
      ...(heldBefore ? { heldBefore } : {}),
      ...(manualCommand ? { manualCommand } : {}),
    };
  }

  async #moveAlias(
    record: PromotionRecord,
    lease: PromotionLease,
    signal: AbortSignal,
  ): Promise<void> {
    if (!record.execution.alias) {
      return;
    }
    await this.#aliases.move(record.execution.alias, {
      promotionId: record.id,
      signal,
      beforeWrite: async () => {
        if (!(await this.#leases.renew(lease))) {
          throw new LeaseLostError(
            `Another worker has taken over promotion '${record.id}'`,
          );
        }
      },
    });
  }

  /** Keeps the promotion executing and says what it waits for. */
  async #postpone(record: PromotionRecord, error: string): Promise<void> {
    const attempt = record.execution.attempt + 1;
    const seconds =
      BACKOFF_SECONDS[Math.min(attempt, BACKOFF_SECONDS.length) - 1];
    const nextAttemptAt = new Date(
      this.#deps.now().getTime() + seconds * 1000,
    ).toISOString();
    const lastError = error.slice(0, 2000);
    const where = record.execution.alias
      ? this.#aliases.title(record.execution.alias)
      : 'the registry';
    await changePromotions(this.#deps, systemActor, async unit => {
      const delayed = await unit.write(record, {
        execution: { ...record.execution, attempt, lastError, nextAttemptAt },
        waitingFor: `${where} could not be changed: ${lastError}. It is tried again at ${nextAttemptAt}`,
        nextAttemptAt,
        fencingToken: record.fencingToken + 1,
      });
      // The first failure is news, the hundredth is not.
      if (attempt === 1) {
        unit.log(
          delayed,
          {
            verb: 'promotion.step.finished',
            after: { step: 'registry:set-alias', status: 'error', lastError },
          },
          record,
          executionDelayed(delayed).map(message => ({ message })),
        );
      }
    });
  }

  /** Moves the assignment and ends the promotion, in one transaction. */
  async #finish(record: PromotionRecord): Promise<void> {
    await changePromotions(this.#deps, systemActor, async unit => {
      const { closed, opened } = await this.#deps.assignments.move(unit.trx, {
        place: placeOf({
          subjectId: record.subjectId,
          stage: stageOf(record),
          target: record.target,
        }),
        versionId: record.versionId,
        digest: record.digest,
        promotionId: record.id,
        at: unit.at,
        ...(record.execution.alias ? { verifiedAt: unit.at } : {}),
        heldBefore: record.execution.heldBefore,
      });
      if (record.execution.alias) {
        await this.#deps.records.noteAlias(unit.trx, {
          versionId: record.versionId,
          alias: record.execution.alias.alias,
          at: unit.at,
          promotionId: record.id,
        });
      }
      for (const [verb, assignment] of [
        ['assignment.closed', closed],
        ['assignment.opened', opened],
      ] as const) {
        if (assignment) {
          unit.log(record, {
            verb,
            after: { ...assignment },
            object: objectOf(assignment),
          });
        }
      }
      await settleDrift(unit, record, this.#deps);
      const { record: succeeded } = await unit.transition(
        record,
        'steps.ok',
        {},
        {
          patch: {
            execution: { ...record.execution, finishedAt: unit.at },
            waitingFor: undefined,
            nextAttemptAt: undefined,
            fencingToken: record.fencingToken + 1,
          },
          detail: {
            verb: 'promotion.succeeded',
            after: { assignment: opened?.id, replaced: closed?.version },
          },
        },
      );
      await this.#markRolledBack(unit, succeeded);
    });
  }

  async #markRolledBack(
    unit: PromotionUnit,
    rollback: PromotionRecord,
  ): Promise<void> {
    const undone =
      rollback.rollbackOf === undefined
        ? undefined
        : await this.#deps.store.find(rollback.rollbackOf, unit.trx);
    if (undone?.state === 'succeeded') {
      await unit.transition(
        undone,
        'rollback.succeeded',
        {},
        {
          detail: {
            verb: 'promotion.rolledback',
            after: { by: rollback.id },
            reason: rollback.reason,
            words: `Rolled back to ${rollback.model}@${rollback.version}`,
          },
        },
      );
    }
  }
}

function objectOf(assignment: Assignment) {
  return {
    kind: 'Assignment',
    ref: assignment.id,
    subject: `${assignment.model}@${assignment.version}`,
  };
}
