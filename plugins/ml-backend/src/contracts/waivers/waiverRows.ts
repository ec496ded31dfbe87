import { StoredWaiver } from './StoredWaiver';

/** A row of table `contract_waiver`. */
export interface WaiverRow {
  id: string;
  subject_id: string;
  consumer_id: string | null;
  rule_id: string;
  port: string;
  path: string;
  pointer: string;
  until: string;
  reason: string;
  asked_by: string;
  asked_at: string;
}

/** A row of table `contract_waiver_step`. */
export interface StepRow {
  waiver_id: string;
  step: 'decision' | 'revocation';
  verdict: 'granted' | 'refused' | 'revoked';
  taken_by: string;
  taken_at: string;
  reason: string | null;
}

/** A waiver with its steps beside it. */
export interface JoinedRow extends WaiverRow {
  verdict: 'granted' | 'refused' | null;
  decided_by: string | null;
  decided_at: string | null;
  decision_reason: string | null;
  revoked_by: string | null;
  revoked_at: string | null;
  revocation_reason: string | null;
}

export function toWaiverRow(waiver: StoredWaiver): WaiverRow {
  return {
    id: waiver.id,
    subject_id: waiver.subjectId,
    consumer_id: waiver.consumerId ?? null,
    rule_id: waiver.ruleId,
    port: waiver.port,
    path: waiver.path,
    pointer: waiver.pointer,
    until: waiver.until,
    reason: waiver.reason,
    asked_by: waiver.askedBy,
    asked_at: waiver.askedAt,
  };
}

export function toWaiver(row: JoinedRow): StoredWaiver {
  const decided = stepOf(row.decided_by, row.decided_at, row.decision_reason);
  const revocation = stepOf(
    row.revoked_by,
    row.revoked_at,
    row.revocation_reason,
  );
  return {
    id: row.id,
    subjectId: row.subject_id,
    ...(row.consumer_id !== null && { consumerId: row.consumer_id }),
    ruleId: row.rule_id,
    port: row.port,
    path: row.path,
    pointer: row.pointer,
    until: row.until,
    reason: row.reason,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    ...(decided &&
      row.verdict && { decision: { ...decided, verdict: row.verdict } }),
    ...(revocation && { revocation }),
  };
}

function stepOf(by: string | null, at: string | null, reason: string | null) {
  return by === null || at === null
    ? undefined
    : { by, at, ...(reason !== null && { reason }) };
}
