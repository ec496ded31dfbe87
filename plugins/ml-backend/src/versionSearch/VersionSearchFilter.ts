import { VersionPosition } from '../registry/VersionStore';
import { MetricCondition } from './metricCondition';

/** The kinds whose entities have versions, in lower case as in their refs. */
export const versionedKinds = ['model', 'featureview', 'dataset'] as const;

/** One of {@link versionedKinds}. */
export type VersionedKind = (typeof versionedKinds)[number];

/** What a search for versions is narrowed by. All given parts must fit. */
export interface VersionSearchFilter {
  kind: VersionedKind;
  /** Entity refs of what the versions are of; any of them. */
  models?: string[];
  /** Entity refs; any of them. */
  owners?: string[];
  /** Start of the name of the entity or of the label, whatever its case. */
  text?: string;
  /** Stage of an assignment in force. */
  stage?: string;
  alias?: string;
  /** Id of the registry server. */
  source?: string;
  variant?: string;
  /** Who made it, or registered it through the portal. */
  createdBy?: string;
  tags?: { key: string; value: string }[];
  metrics?: MetricCondition[];
  /** Semantic version of the contract that the version keeps to. */
  contract?: string;
  /** At or after, ISO 8601 in UTC with milliseconds. */
  createdAfter?: string;
  /** Before, ISO 8601 in UTC with milliseconds. */
  createdBefore?: string;
  /** Those that have a tombstone too. */
  includeDeleted?: true;
}

/** A version that a search selects: its place, and what it is of. */
export interface FoundPosition extends VersionPosition {
  subjectId: string;
}
