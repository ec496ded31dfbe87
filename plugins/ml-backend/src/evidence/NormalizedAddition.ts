import {
  DriftBaseline,
  EvaluationMetric,
  EvidenceOrigin,
  NewArtifact,
  VersionProvenance,
} from '@understudy/plugin-ml-common';

/** A metric with the slice it is of, as canonical JSON; `{}` is all rows. */
export interface NormalizedMetric extends EvaluationMetric {
  slice: string;
}

export interface NormalizedEvaluation {
  dataset: string;
  datasetDigest?: string;
  split?: string;
  /** ISO 8601 in UTC with milliseconds. */
  evaluatedAt: string;
  tool?: string;
  runUri?: string;
  metrics: NormalizedMetric[];
  /** Equal for evaluations that say the same. */
  contentHash: string;
}

/** An addition as it is stored: checked, and with canonical names. */
export interface NormalizedAddition {
  evaluations: NormalizedEvaluation[];
  artifacts: NewArtifact[];
  baselines: Omit<DriftBaseline, keyof EvidenceOrigin>[];
  provenance?: Omit<VersionProvenance, keyof EvidenceOrigin>;
  card?: { text: string };
  labels: { key: string; value: string | null }[];
  riskTier?: { tier: string; rationale: string };
}

/** The slice of all rows. */
export const WHOLE_DATASET = '{}';
