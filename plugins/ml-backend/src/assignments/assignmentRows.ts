import { Assignment, AssignmentSlot } from '@understudy/plugin-ml-common';

/** A row of table `assignment`. */
export interface AssignmentRow {
  id: string;
  subject_id: string;
  version_id: string;
  digest: string;
  stage: string;
  environment: string;
  segment: string;
  slot: AssignmentSlot;
  traffic_percent: number;
  since: string;
  until: string | null;
  promotion_id: string;
  verified_at: string | null;
}

/** An assignment with the names that the row holds as ids. */
export function toAssignment(
  row: AssignmentRow & { label: string; ref: string },
): Assignment {
  return {
    id: row.id,
    model: row.ref,
    versionId: row.version_id,
    version: row.label,
    digest: row.digest,
    stage: row.stage,
    target: { environment: row.environment, segment: row.segment },
    slot: row.slot,
    trafficPercent: row.traffic_percent,
    since: row.since,
    ...(row.until ? { until: row.until } : {}),
    promotionId: row.promotion_id,
    ...(row.verified_at ? { verifiedAt: row.verified_at } : {}),
  };
}
