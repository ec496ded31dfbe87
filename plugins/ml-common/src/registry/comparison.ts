import { EvaluationComparison, VersionArtifact } from '../evidence/types';
import {
  ModelVersion,
  SignatureField,
  VersionComponent,
  VersionMetric,
} from './types';

/**
 * Two to four versions of one model side by side. Every list of values has
 * one entry per version, in the order of `versions`; `null` stands where a
 * version has none.
 *
 * @public
 */
export interface VersionComparison {
  versions: ModelVersion[];
  /** All metrics, one row per name, dataset and split. */
  metrics: VersionComparisonMetric[];
  /** Parameters whose values differ. */
  params: { key: string; values: (string | null)[] }[];
  /** Signature fields that differ, or that some version lacks. */
  signature: VersionComparisonField[];
  /** All components, one row per role and ref. */
  components: VersionComparisonComponent[];
  /**
   * The latest evaluation of each version, one row per metric, dataset and its
   * digest, split and slice; those of whole datasets first.
   */
  evaluations?: EvaluationComparison[];
  /** Data that the versions were made from and that differ, one row per ref. */
  data?: VersionComparisonData[];
  /** Artifacts that differ, one row per path. */
  artifacts?: VersionComparisonArtifact[];
  /** Of `evaluations`, `data` and `artifacts`: those that hold not all rows. */
  truncated?: string[];
}

/**
 * One metric across the compared versions.
 *
 * @public
 */
export interface VersionComparisonMetric {
  name: string;
  dataset?: string;
  split?: string;
  /** Unit from the metric dictionary of the configuration. */
  unit?: string;
  /** Which way is better, from the metric dictionary. */
  direction?: 'higher' | 'lower';
  values: (Pick<VersionMetric, 'rawName' | 'value' | 'observedAt'> | null)[];
}

/**
 * One signature field across the compared versions.
 *
 * @public
 */
export interface VersionComparisonField {
  side: 'input' | 'output';
  name: string;
  values: (Pick<SignatureField, 'type' | 'required'> | null)[];
}

/**
 * One component across the compared versions.
 *
 * @public
 */
export interface VersionComparisonComponent {
  role: VersionComponent['role'];
  ref: string;
  differs: boolean;
  values: (Pick<VersionComponent, 'version' | 'digest'> | null)[];
}

/**
 * One input of the training of the compared versions.
 *
 * @public
 */
export interface VersionComparisonData {
  /** Version ref of a Dataset or FeatureView, or a name. */
  ref: string;
  values: ({ version?: string; digest?: string } | null)[];
}

/**
 * One file of the compared versions.
 *
 * @public
 */
export interface VersionComparisonArtifact {
  path: string;
  values: (Pick<VersionArtifact, 'digest' | 'sizeBytes'> | null)[];
}
