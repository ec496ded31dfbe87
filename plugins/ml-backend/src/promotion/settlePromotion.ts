import { PromotionState } from '@understudy/plugin-ml-common';
import { durationToMilliseconds } from '../policy/duration';
import { approvalsMissing } from './countApprovals';
import { Evaluation } from './PromotionEvaluator';
import { PromotionRecord } from './PromotionRecord';
import { PromotionUnit } from './PromotionUnit';

/** Leads a promotion that is being evaluated to where its evaluation says. */
export async function settlePromotion(
  unit: PromotionUnit,
  record: PromotionRecord,
  evaluation: Evaluation,
  now: Date,
): Promise<PromotionRecord> {
  const { state, patch } = settlePatch(evaluation, now);
  const verbs: Partial<Record<PromotionRecord['state'], string>> = {
    blocked: 'promotion.blocked',
    awaiting_approval: 'promotion.approval.requested',
    approved: 'promotion.approved',
  };
  for (const run of evaluation.gateRuns) {
    unit.log(record, {
      verb: 'promotion.gate.finished',
      after: {
        gate: run.gateId,
        status: run.status,
        blocks: run.blocks,
        summary: run.summary,
        attempt: run.attempt,
      },
      evidence: run.evidence.map(item => ({ ...item })),
    });
  }
  const settled = await unit.transition(
    record,
    'gates.done',
    {
      blockingGates: evaluation.blockingGates,
      approvalsComplete: evaluation.approvalsComplete,
    },
    {
      patch,
      detail: { verb: verbs[state], words: patch.waitingFor },
    },
  );
  return settled.record;
}

/** The state that an evaluation leads to, and what is stored with it. */
function settlePatch(
  evaluation: Evaluation,
  now: Date,
): { state: PromotionState; patch: Partial<PromotionRecord> } {
  const { policy, stage, gateRuns, requirements } = evaluation;
  const timeouts = stage.timeouts ?? {};
  const common = {
    policy,
    digest: evaluation.version.digest,
    subjectDigest: evaluation.subjectDigest,
    gateRuns,
    requirements,
    nextAttemptAt: undefined,
  };
  if (evaluation.blockingGates > 0) {
    const blocking = gateRuns.filter(run => run.blocks);
    return {
      state: 'blocked',
      patch: {
        ...common,
        waitingFor: blocking
          .map(run => `Gate '${run.gateId}': ${run.summary}`)
          .join('. '),
        expiresAt: after(now, timeouts.evaluate),
      },
    };
  }
  if (!evaluation.approvalsComplete) {
    return {
      state: 'awaiting_approval',
      patch: {
        ...common,
        waitingFor: approvalsMissing(requirements),
        expiresAt: after(now, timeouts.approve),
      },
    };
  }
  return {
    state: 'approved',
    patch: {
      ...common,
      waitingFor: 'Will be executed in a moment',
      expiresAt: undefined,
      nextAttemptAt: now.toISOString(),
    },
  };
}

function after(now: Date, duration: string | undefined): string | undefined {
  return duration === undefined
    ? undefined
    : new Date(now.getTime() + durationToMilliseconds(duration)).toISOString();
}
