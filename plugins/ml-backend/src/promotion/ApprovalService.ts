import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import { ulid } from 'ulid';
import { Actor } from './Actor';
import { illegalEvent, staleRevision } from './conflicts';
import { changePromotions } from './changePromotions';
import { PromotionDeps } from './PromotionDeps';
import { approvalsMissing, countApprovals } from './countApprovals';
import { Evaluation, PromotionEvaluator } from './PromotionEvaluator';
import { ApprovalRecord, PromotionRecord } from './PromotionRecord';
import { liveApprovals, PromotionService } from './PromotionService';
import { ResolvedRequirement } from './resolveRequirements';

/** A decision of a person on the open requirements of a promotion. */
export interface Decision {
  /** The revision of the promotion that the person looked at. */
  revision: number;
  reason?: string;
  /** Decide on this requirement only. */
  requirement?: string;
}

/**
 * Takes approvals and rejections. Who may decide is read at the moment of the
 * decision; the caller has made sure that a person decides.
 */
export class ApprovalService {
  readonly #deps: PromotionDeps;
  readonly #evaluator: PromotionEvaluator;
  readonly #promotions: PromotionService;

  constructor(
    deps: PromotionDeps,
    evaluator: PromotionEvaluator,
    promotions: PromotionService,
  ) {
    this.#deps = deps;
    this.#evaluator = evaluator;
    this.#promotions = promotions;
  }

  /** Approves; a second click of the same person changes nothing. */
  async approve(
    record: PromotionRecord,
    decision: Decision,
    person: string,
  ): Promise<PromotionRecord> {
    const actor: Actor = { ref: person, kind: 'user' };
    const approvals = await this.#deps.store.findApprovals(record.id);
    if (hasDecided(approvals, person, 'approve', decision.requirement)) {
      return record;
    }
    if (record.state !== 'awaiting_approval') {
      throw illegalEvent(record, 'approve', []);
    }
    if (record.revision !== decision.revision) {
      throw staleRevision(record);
    }
    const evaluation = await this.#evaluateUnchanged(record, approvals, actor);
    const given = this.#decisions(record, evaluation, decision, {
      person,
      decision: 'approve',
    });
    const requirements = countApprovals(evaluation.resolved, [
      ...approvals,
      ...given,
    ]);
    const complete = requirements.every(requirement => requirement.satisfied);
    try {
      return await changePromotions(this.#deps, actor, async unit => {
        await this.#deps.store.insertApprovals(unit.trx, given);
        const { record: approved } = await unit.transition(
          record,
          'approve',
          { eligible: true, approvalsComplete: complete },
          {
            patch: {
              requirements,
              ...(complete
                ? {
                    waitingFor: 'Will be executed in a moment',
                    expiresAt: undefined,
                    nextAttemptAt: unit.at,
                  }
                : { waitingFor: approvalsMissing(requirements) }),
            },
            detail: {
              verb: 'promotion.approved',
              reason: decision.reason,
              after: {
                requirements: given.map(one => one.requirementId),
                via: given.map(one => one.via),
                subjectDigest: record.subjectDigest,
                complete,
              },
            },
          },
        );
        return approved;
      });
    } catch (error) {
      if (!isDatabaseConflictError(error)) {
        throw error;
      }
      // The same person's other click came first.
      return (await this.#deps.store.find(record.id)) ?? record;
    }
  }

  /** Rejects for good. The reason is told to the requester. */
  async reject(
    record: PromotionRecord,
    decision: Decision,
    person: string,
  ): Promise<PromotionRecord> {
    if (!decision.reason?.trim()) {
      throw new InputError("Field 'reason' is missing: say why you reject it");
    }
    const actor: Actor = { ref: person, kind: 'user' };
    const approvals = await this.#deps.store.findApprovals(record.id);
    if (
      record.state === 'rejected' &&
      hasDecided(approvals, person, 'reject', undefined)
    ) {
      return record;
    }
    if (record.state !== 'awaiting_approval') {
      throw illegalEvent(record, 'reject', []);
    }
    if (record.revision !== decision.revision) {
      throw staleRevision(record);
    }
    const evaluation = await this.#evaluateUnchanged(record, approvals, actor);
    const given = this.#decisions(record, evaluation, decision, {
      person,
      decision: 'reject',
    });
    return await changePromotions(this.#deps, actor, async unit => {
      // A change of mind: the earlier approval of the same person is void.
      const earlier = liveApprovals(approvals).filter(
        approval => approval.approver === person,
      );
      await this.#deps.store.markStale(
        unit.trx,
        earlier.map(approval => approval.id),
        { at: unit.at, cause: 'The same person rejected it later' },
      );
      await this.#deps.store.insertApprovals(unit.trx, given);
      const { record: rejected } = await unit.transition(
        record,
        'reject',
        { eligible: true, veto: true },
        {
          patch: { waitingFor: undefined, expiresAt: undefined },
          detail: {
            verb: 'promotion.rejected',
            reason: decision.reason,
            after: { requirements: given.map(one => one.requirementId) },
          },
        },
      );
      return rejected;
    });
  }

  /**
   * Judges the promotion as things stand. When what is asked for or the rules
   * have changed, earlier approvals are taken back and the caller is told.
   */
  async #evaluateUnchanged(
    record: PromotionRecord,
    approvals: readonly ApprovalRecord[],
    actor: Actor,
  ): Promise<Evaluation> {
    const evaluation = await this.#evaluator.evaluate(record, approvals);
    const cause = changeSince(record, evaluation);
    if (cause) {
      const ids = liveApprovals(approvals).map(approval => approval.id);
      const changed = await this.#promotions.invalidate(
        record,
        { ids, cause },
        actor,
      );
      throw Object.assign(
        new ConflictError(
          `${cause}. The promotion was evaluated again; look at it before you decide`,
        ),
        { revision: changed.revision, state: changed.state },
      );
    }
    return evaluation;
  }

  #decisions(
    record: PromotionRecord,
    evaluation: Evaluation,
    decision: Decision,
    who: { person: string; decision: 'approve' | 'reject' },
  ): ApprovalRecord[] {
    if (record.requestedBy === who.person) {
      throw new NotAllowedError(
        'You asked for this promotion, so somebody else has to decide on it',
      );
    }
    const written = evaluation.resolved.find(
      ({ author }) => author.user === who.person,
    );
    if (written) {
      throw new NotAllowedError(
        written.author.basis === 'known'
          ? 'You wrote this version, so somebody else has to decide on it'
          : 'You are said to have written this version, so somebody else has to decide on it',
      );
    }
    const wanted = evaluation.resolved.filter(
      ({ approval }) =>
        decision.requirement === undefined ||
        approval.id === decision.requirement,
    );
    if (wanted.length === 0) {
      throw new InputError(
        `No requirement '${decision.requirement}' in promotion '${record.id}'`,
      );
    }
    const eligible = wanted.flatMap(requirement => {
      const via = requirement.approvers.get(who.person);
      const mayDecide =
        who.decision === 'approve' || (requirement.approval.veto ?? true);
      return via && mayDecide ? [{ requirement, via }] : [];
    });
    if (eligible.length === 0) {
      throw new NotAllowedError(
        `You cannot decide on this promotion: ${groupsWords(wanted)} can`,
      );
    }
    return eligible.map(({ requirement, via }) => ({
      id: ulid(),
      promotionId: record.id,
      requirementId: requirement.approval.id,
      approver: who.person,
      via,
      decision: who.decision,
      ...(decision.reason ? { reason: decision.reason } : {}),
      subjectDigest: record.subjectDigest,
      at: this.#deps.now().toISOString(),
    }));
  }
}

/** Why earlier approvals no longer count, or undefined when they do. */
export function changeSince(
  record: PromotionRecord,
  evaluation: Evaluation,
): string | undefined {
  if (record.policy.digest !== evaluation.policy.digest) {
    return 'The policy has changed since approvals were asked for';
  }
  if (record.subjectDigest !== evaluation.subjectDigest) {
    return `The artifact of ${record.model}@${record.version} has changed since approvals were asked for`;
  }
  const worse = evaluation.gateRuns.find(run => run.blocks);
  return worse && `Gate '${worse.gateId}' does not pass any more`;
}

function hasDecided(
  approvals: readonly ApprovalRecord[],
  person: string,
  decision: 'approve' | 'reject',
  requirement: string | undefined,
): boolean {
  return liveApprovals(approvals).some(
    approval =>
      approval.approver === person &&
      approval.decision === decision &&
      (requirement === undefined || approval.requirementId === requirement),
  );
}

function groupsWords(requirements: readonly ResolvedRequirement[]): string {
  const groups = new Set(requirements.flatMap(({ groups: g }) => g));
  return [...groups].join(' and ') || 'nobody';
}
