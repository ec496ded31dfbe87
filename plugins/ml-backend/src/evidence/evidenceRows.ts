import { EvidenceOrigin } from '@understudy/plugin-ml-common';

/** What rows of every kind of evidence begin with. */
export interface OriginRow {
  id: string;
  version_id: string;
  /** Counts up within a version. */
  position: number;
  added_by: string;
  added_at: string;
}

/** A row of table `version_evaluation`. */
export interface EvaluationRow extends OriginRow {
  dataset: string;
  dataset_digest: string | null;
  split: string | null;
  evaluated_at: string;
  tool: string | null;
  run_uri: string | null;
  content_hash: string;
}

/** A row of table `version_evaluation_metric`. */
export interface EvaluationMetricRow {
  evaluation_id: string;
  position: number;
  slice: string;
  name: string;
  raw_name: string;
  value: number;
  ci_low: number | null;
  ci_high: number | null;
  n: number | null;
}

/** A row of table `version_artifact`. */
export interface ArtifactRow extends OriginRow {
  path: string;
  uri: string | null;
  digest: string;
  size_bytes: number | null;
  media_type: string | null;
}

/** A row of table `version_signature`. */
export interface SignatureRow extends OriginRow {
  artifact_id: string;
  /** The text of the file. */
  content: string;
}

/** A row of table `version_baseline`. */
export interface BaselineRow extends OriginRow {
  field: string;
  content: string;
}

/** A row of table `version_provenance`. */
export interface ProvenanceRow extends OriginRow {
  content: string;
}

/** A row of table `version_card`. */
export interface CardRow extends OriginRow {
  text: string;
}

/** A row of table `version_label`. */
export interface LabelRow extends OriginRow {
  key: string;
  value: string;
  removed_at: string | null;
}

/** A row of table `version_risk_tier`. */
export interface RiskTierRow extends OriginRow {
  tier: string;
  rationale: string;
}

/** A row of table `version_tombstone`. */
export interface TombstoneRow {
  version_id: string;
  deleted_at: string;
  deleted_by: string;
  reason: string;
}

export function toOrigin(row: OriginRow): EvidenceOrigin {
  return { id: row.id, addedBy: row.added_by, addedAt: row.added_at };
}
