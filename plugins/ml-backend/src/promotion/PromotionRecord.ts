import {
  PromotionApproval,
  PromotionApprovalRequirement,
  PromotionExecution,
  PromotionKind,
  PromotionState,
  PromotionTarget,
} from '@understudy/plugin-ml-common';
import { EffectivePolicy } from '../policy/mergePolicies';
import { StoredGateRun } from './gates/StoredGateRun';

/** A promotion as the backend keeps it. */
export interface PromotionRecord {
  id: string;
  kind: PromotionKind;
  subjectId: string;
  /** The model's ref now. */
  model: string;
  /** The model's owner when it was last seen. */
  owner?: string;
  versionId: string;
  /** The version's label. */
  version: string;
  digest: string;
  toStage: string;
  target: PromotionTarget;
  requestedBy: string;
  requestedAt: string;
  reason?: string;
  reasonDueAt?: string;
  /** What the policies demanded when the promotion was last evaluated. */
  policy: EffectivePolicy;
  subjectDigest: string;
  state: PromotionState;
  stateSince: string;
  revision: number;
  expiresAt?: string;
  gateRuns: StoredGateRun[];
  requirements: PromotionApprovalRequirement[];
  execution: PromotionExecution;
  waitingFor?: string;
  supersededBy?: string;
  rollbackOf?: string;
  fencingToken: number;
  nextAttemptAt?: string;
}

/** An approval together with what it was given for. */
export interface ApprovalRecord extends PromotionApproval {
  promotionId: string;
  subjectDigest: string;
}

/** The stage the promotion leads to, as its policy has it. */
export function stageOf(record: PromotionRecord) {
  const stage = record.policy.stages.find(s => s.name === record.toStage);
  if (!stage) {
    throw new Error(
      `The policy of promotion '${record.id}' has no stage '${record.toStage}'`,
    );
  }
  return stage;
}

/** `<entityRef>@<label>`. */
export function versionRefOf(record: PromotionRecord): string {
  return `${record.model}@${record.version}`;
}

/** For people: `production · market=de`. */
export function targetWords(target: PromotionTarget): string {
  return `${target.environment} · ${target.segment}`;
}
