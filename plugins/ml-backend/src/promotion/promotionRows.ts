import { PromotionKind, PromotionState } from '@understudy/plugin-ml-common';
import { ApprovalRecord, PromotionRecord } from './PromotionRecord';

/** A row of table `promotion`. */
export interface PromotionRow {
  id: string;
  kind: PromotionKind;
  subject_id: string;
  version_id: string;
  digest: string;
  to_stage: string;
  environment: string;
  segment: string;
  requested_by: string;
  requested_at: string;
  reason: string | null;
  reason_due_at: string | null;
  policy_ref: string;
  policy_digest: string;
  policy: string;
  subject_digest: string;
  state: PromotionState;
  state_since: string;
  revision: number;
  expires_at: string | null;
  gate_runs: string;
  requirements: string;
  execution: string;
  waiting_for: string | null;
  superseded_by: string | null;
  rollback_of: string | null;
  lease_owner: string | null;
  lease_until: string | null;
  fencing_token: number;
  next_attempt_at: string | null;
}

/** A row with the names that it holds as ids. */
export interface NamedPromotionRow extends PromotionRow {
  label: string;
  ref: string;
  last_owner: string | null;
}

/** A row of table `promotion_approval`. */
export interface ApprovalRow {
  id: string;
  promotion_id: string;
  requirement_id: string;
  approver: string;
  via: string;
  decision: 'approve' | 'reject';
  reason: string | null;
  subject_digest: string;
  at: string;
  stale_since: string | null;
  stale_cause: string | null;
}

export function toPromotionRecord(row: NamedPromotionRow): PromotionRecord {
  return {
    id: row.id,
    kind: row.kind,
    subjectId: row.subject_id,
    model: row.ref,
    owner: row.last_owner ?? undefined,
    versionId: row.version_id,
    version: row.label,
    digest: row.digest,
    toStage: row.to_stage,
    target: { environment: row.environment, segment: row.segment },
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    reason: row.reason ?? undefined,
    reasonDueAt: row.reason_due_at ?? undefined,
    policy: {
      ref: row.policy_ref,
      digest: row.policy_digest,
      stages: JSON.parse(row.policy),
    },
    subjectDigest: row.subject_digest,
    state: row.state,
    stateSince: row.state_since,
    revision: row.revision,
    expiresAt: row.expires_at ?? undefined,
    gateRuns: JSON.parse(row.gate_runs),
    requirements: JSON.parse(row.requirements),
    execution: JSON.parse(row.execution),
    waitingFor: row.waiting_for ?? undefined,
    supersededBy: row.superseded_by ?? undefined,
    rollbackOf: row.rollback_of ?? undefined,
    fencingToken: row.fencing_token,
    nextAttemptAt: row.next_attempt_at ?? undefined,
  };
}

/** The columns that follow from a record. Leases are kept apart. */
export function toPromotionColumns(
  record: PromotionRecord,
): Omit<PromotionRow, 'id' | 'lease_owner' | 'lease_until'> {
  return {
    kind: record.kind,
    subject_id: record.subjectId,
    version_id: record.versionId,
    digest: record.digest,
    to_stage: record.toStage,
    environment: record.target.environment,
    segment: record.target.segment,
    requested_by: record.requestedBy,
    requested_at: record.requestedAt,
    reason: record.reason ?? null,
    reason_due_at: record.reasonDueAt ?? null,
    policy_ref: record.policy.ref,
    policy_digest: record.policy.digest,
    policy: JSON.stringify(record.policy.stages),
    subject_digest: record.subjectDigest,
    state: record.state,
    state_since: record.stateSince,
    revision: record.revision,
    expires_at: record.expiresAt ?? null,
    gate_runs: JSON.stringify(record.gateRuns),
    requirements: JSON.stringify(record.requirements),
    execution: JSON.stringify(record.execution),
    waiting_for: record.waitingFor ?? null,
    superseded_by: record.supersededBy ?? null,
    rollback_of: record.rollbackOf ?? null,
    fencing_token: record.fencingToken,
    next_attempt_at: record.nextAttemptAt ?? null,
  };
}

export function toApprovalRecord(row: ApprovalRow): ApprovalRecord {
  return {
    id: row.id,
    promotionId: row.promotion_id,
    requirementId: row.requirement_id,
    approver: row.approver,
    via: row.via,
    decision: row.decision,
    ...(row.reason === null ? {} : { reason: row.reason }),
    subjectDigest: row.subject_digest,
    at: row.at,
    ...(row.stale_since === null ? {} : { staleSince: row.stale_since }),
    ...(row.stale_cause === null ? {} : { staleCause: row.stale_cause }),
  };
}
