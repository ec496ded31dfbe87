import { Promotion, PromotionState } from '@understudy/plugin-ml-common';

/** The steps of a promotion, in order. Without requirements no approvals. */
export type StepId =
  'requested' | 'gates' | 'approvals' | 'change' | 'finished';

/** `stopped`: it will not go on from here; `problem`: somebody has to act. */
export type StepStatus = 'done' | 'current' | 'problem' | 'stopped' | 'todo';

export interface ProgressStep {
  id: StepId;
  status: StepStatus;
  /** How much of the step is done, where that can be counted. */
  done?: number;
  total?: number;
}

/** Where each state stands, and how it stands there. */
const POSITION: Partial<
  Record<PromotionState, { step: StepId; status: StepStatus }>
> = {
  draft: { step: 'requested', status: 'current' },
  evaluating: { step: 'gates', status: 'current' },
  blocked: { step: 'gates', status: 'problem' },
  awaiting_approval: { step: 'approvals', status: 'current' },
  rejected: { step: 'approvals', status: 'stopped' },
  approved: { step: 'change', status: 'current' },
  scheduled: { step: 'change', status: 'current' },
  executing: { step: 'change', status: 'current' },
  paused: { step: 'change', status: 'problem' },
  compensating: { step: 'change', status: 'problem' },
  failed: { step: 'change', status: 'stopped' },
  aborted: { step: 'change', status: 'stopped' },
  verifying: { step: 'finished', status: 'current' },
  succeeded: { step: 'finished', status: 'done' },
  rolled_back: { step: 'finished', status: 'done' },
};

/** How far a promotion is, step by step. */
export function progressOf(promotion: Promotion): ProgressStep[] {
  const { gateRuns, requirements, execution, state } = promotion;
  const gatesDone = gateRuns.filter(run => !run.blocks).length;
  const approvalsDone = requirements.filter(each => each.satisfied).length;
  const steps: Omit<ProgressStep, 'status'>[] = [{ id: 'requested' }];
  if (gateRuns.length > 0) {
    steps.push({ id: 'gates', done: gatesDone, total: gateRuns.length });
  }
  if (requirements.length > 0) {
    steps.push({
      id: 'approvals',
      done: approvalsDone,
      total: requirements.length,
    });
  }
  steps.push({ id: 'change' }, { id: 'finished' });

  // Cancelled, expired and superseded end wherever the promotion had come to.
  const firstOpen =
    steps.find(({ done, total }) => total !== undefined && done !== total)
      ?.id ?? 'change';
  const position = POSITION[state] ?? {
    step: firstOpen,
    status: 'stopped' as const,
  };
  const at = steps.findIndex(step => step.id === position.step);
  const troubled = state === 'executing' && execution.lastError !== undefined;
  return steps.map((step, index) => {
    if (index < at) {
      return { ...step, status: 'done' };
    }
    if (index > at) {
      return { ...step, status: 'todo' };
    }
    return { ...step, status: troubled ? 'problem' : position.status };
  });
}
