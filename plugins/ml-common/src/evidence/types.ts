import { VersionLink } from '../registry/types';

/**
 * Who added a piece of evidence, and when. Evidence is added, never changed.
 *
 * @public
 */
export interface EvidenceOrigin {
  /** ULID. */
  id: string;
  /** A user's entity ref, or the subject of a service. */
  addedBy: string;
  /** ISO 8601. */
  addedAt: string;
}

/**
 * One number of an evaluation.
 *
 * @public
 */
export interface EvaluationMetric {
  /** Canonical name, after the metric dictionary of the configuration. */
  name: string;
  /** The name that the evaluation used. */
  rawName: string;
  value: number;
  /** Confidence interval, lower and upper end, in the unit of `value`. */
  ci?: [number, number];
  /** Number of rows that the value was computed from. */
  n?: number;
}

/**
 * The metrics of the rows that have certain values, such as `market=de`.
 *
 * @public
 */
export interface EvaluationSlice {
  by: Record<string, string>;
  metrics: EvaluationMetric[];
}

/**
 * How a version did on a dataset.
 *
 * @public
 */
export interface Evaluation extends EvidenceOrigin {
  versionId: string;
  /** Version ref of a Dataset, or the name that the evaluation used. */
  dataset: string;
  datasetDigest?: string;
  split?: string;
  metrics: EvaluationMetric[];
  slices: EvaluationSlice[];
  /** ISO 8601. */
  evaluatedAt: string;
  /** What evaluated, such as `mlflow.evaluate`. */
  tool?: string;
  runUri?: string;
}

/**
 * A file that belongs to a version.
 *
 * @public
 */
export interface VersionArtifact extends EvidenceOrigin {
  /** Path inside the version, such as `model.onnx`; unique per version. */
  path: string;
  uri?: string;
  /** `sha256:` and 64 hexadecimal digits, over the bytes. */
  digest: string;
  sizeBytes?: number;
  mediaType?: string;
  /** Of files that sign others: what the signature is worth now. */
  signature?: SignatureVerification;
}

/**
 * An artifact that is about to be added.
 *
 * @public
 */
export type NewArtifact = Omit<
  VersionArtifact,
  keyof EvidenceOrigin | 'signature'
> & {
  /**
   * The text of a file that signs others, exactly as the file has it, so that
   * it can be verified. Its bytes in UTF-8 have to have the digest.
   */
  content?: string;
};

/**
 * What the signature in a file of a version is worth, with the public keys that
 * the portal knows now. Only a `verified` one proves anything:
 *
 * - `verified`: a known key signed the digests of files of this version;
 * - `mismatch`: it was changed, or is of another digest of a file of this name;
 * - `other-files`: a known key made it, and it is about nothing in this version;
 * - `unknown-key`: no known key fits;
 * - `not-verified`: it could not be looked at; `reason` says why.
 *
 * @public
 */
export interface SignatureVerification {
  status:
    'verified' | 'mismatch' | 'other-files' | 'unknown-key' | 'not-verified';
  /** One sentence, for people. */
  reason: string;
  /** The known key that made it, or that it names. */
  key?: { id: string; title?: string };
  /** Paths of the files whose digests it signs. */
  covers: string[];
  /** Whether it signs the digest of the version itself. */
  coversVersion: boolean;
}

/**
 * What the values of a field, or of the prediction, looked like when the
 * version was made: what drift is measured against.
 *
 * @public
 */
export interface DriftBaseline extends EvidenceOrigin {
  /** The field, or `prediction`. */
  field: string;
  /** Version ref of a Dataset, or a name. */
  dataset?: string;
  datasetDigest?: string;
  /** Number of rows. */
  n: number;
  /** Edges of the bins, one more than `counts`; of a numeric field. */
  edges?: number[];
  /** Names of the bins, as many as `counts`; of a categorical field. */
  categories?: string[];
  /** Rows in each bin. */
  counts: number[];
  missing?: number;
  mean?: number;
  standardDeviation?: number;
}

/**
 * What a version was made from, and by what. Parts may be added later; the
 * newest statement about each part counts and the older ones stay readable.
 *
 * @public
 */
export interface VersionProvenance extends EvidenceOrigin {
  run?: { id: string; url?: string };
  /** `commit` is the hash; `repository` an https address. */
  code?: { repository?: string; commit: string; path?: string };
  /** Version refs of Datasets and FeatureViews, or names. */
  data?: { ref: string; version?: string; digest?: string }[];
  /** Such as a container image with its digest. */
  environment?: { image?: string; digest?: string; packages?: string };
  /** Who or what trained it, as reported. */
  trainedBy?: string;
  links?: VersionLink[];
}

/**
 * A card of a version, as it was written at one time. The newest one counts.
 *
 * @public
 */
export interface VersionCard extends EvidenceOrigin {
  /** Markdown; may begin with a block of YAML, as Hugging Face has it. */
  text: string;
}

/**
 * A label that somebody put on a version, such as `calibrated: yes`. Labels are
 * added and taken off; both stay on record.
 *
 * @public
 */
export interface VersionLabel extends EvidenceOrigin {
  key: string;
  value: string;
  /** Set once it was replaced or taken off, ISO 8601. */
  removedAt?: string;
}

/**
 * A version whose registration was taken back. It keeps its label and all that
 * is known of it, and cannot be promoted any more.
 *
 * @public
 */
export interface VersionTombstone {
  deletedAt: string;
  deletedBy: string;
  reason: string;
}

/**
 * All evidence of one version: `GET .../versions/{version}/evidence`.
 *
 * @public
 */
export interface VersionEvidence {
  versionId: string;
  /** Newest first. */
  evaluations: Evaluation[];
  artifacts: VersionArtifact[];
  baselines: DriftBaseline[];
  /** Newest first. */
  provenance: VersionProvenance[];
  /** Newest first; the first one is the card. */
  cards: VersionCard[];
  /** In force first. */
  labels: VersionLabel[];
  riskTier?: EvidenceOrigin & { tier: string; rationale: string };
  tombstone?: VersionTombstone;
  /** Kinds of which there is more than is answered. */
  truncated: string[];
}

/**
 * One number of an evaluation that is about to be added.
 *
 * @public
 */
export type NewEvaluationMetric = Omit<EvaluationMetric, 'rawName'>;

/**
 * An evaluation that is about to be added.
 *
 * @public
 */
export type NewEvaluation = Omit<
  Evaluation,
  keyof EvidenceOrigin | 'versionId' | 'metrics' | 'slices'
> & {
  metrics: NewEvaluationMetric[];
  slices?: { by: Record<string, string>; metrics: NewEvaluationMetric[] }[];
};

/**
 * What is added to a version in one request: the body of
 * `POST .../versions/{version}/evidence`. All of it is stored or none.
 *
 * @public
 */
export interface EvidenceAddition {
  evaluations?: NewEvaluation[];
  artifacts?: NewArtifact[];
  baselines?: Omit<DriftBaseline, keyof EvidenceOrigin>[];
  provenance?: Omit<VersionProvenance, keyof EvidenceOrigin>;
  card?: { text: string };
  /** A value of null takes the label off. */
  labels?: { key: string; value: string | null }[];
  riskTier?: { tier: string; rationale: string };
}

/**
 * One metric of the compared versions on one slice of one dataset; the whole
 * dataset where `by` is empty. One value per version, in their order.
 *
 * @public
 */
export interface EvaluationComparison {
  name: string;
  dataset: string;
  datasetDigest?: string;
  split?: string;
  by: Record<string, string>;
  unit?: string;
  direction?: 'higher' | 'lower';
  values: ((Omit<EvaluationMetric, 'name'> & { evaluatedAt: string }) | null)[];
}
