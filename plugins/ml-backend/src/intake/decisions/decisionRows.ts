import {
  IntakeDecision,
  KeptIntakeDecision,
} from '@understudy/plugin-ml-common';

/** A row of table `intake_decision`. */
export interface IntakeDecisionRow {
  id: string;
  server: string;
  workspace: string;
  name: string;
  action: IntakeDecision['action'];
  /** Of a claim. */
  owner: string | null;
  /** The Model of a binding. */
  subject_id: string | null;
  reason: string | null;
  decided_by: string;
  decided_at: string;
}

/** A row with the present ref of the Model of a binding. */
export interface IntakeDecisionWithModel extends IntakeDecisionRow {
  model: string | null;
}

/** A decision as everybody but the database knows it. */
export function toKeptDecision(
  row: IntakeDecisionWithModel,
): KeptIntakeDecision {
  return {
    record: {
      server: row.server,
      ...(row.workspace ? { workspace: row.workspace } : {}),
      name: row.name,
    },
    decision: toDecision(row),
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  };
}

function toDecision(row: IntakeDecisionWithModel): IntakeDecision {
  const { action, owner, model, reason } = row;
  switch (action) {
    case 'claim':
      return {
        action,
        owner: owner ?? '',
        ...(reason ? { reason } : {}),
      };
    case 'bind':
      return {
        action,
        model: model ?? '',
        ...(reason ? { reason } : {}),
      };
    default:
      return { action, reason: reason ?? '' };
  }
}
