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
  /** The latest evaluations; rows of whole datasets before those of slices. */
  evaluations?: EvaluationComparison[];
  /** Data that the versions were made from, as far as they differ. */
  data?: {
    ref: string;
    values: ({ version?: string; digest?: string } | null)[];
  }[];
  /** Files that differ, or that some version lacks. */
  artifacts?: {
    path: string;
    values: (Pick<VersionArtifact, 'digest' | 'sizeBytes'> | null)[];
  }[];
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
