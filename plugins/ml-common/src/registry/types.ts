import type { VersionTombstone } from '../evidence/types';
import { DatasetSnapshot, FeatureViewDefinition } from './dataVersions';

/**
 * How much a version's digest can be trusted: `artifact` is a hash of the
 * bytes, `reported` was given by a build, `record` is a hash of what the
 * registry says about the version.
 *
 * @public
 */
export type DigestStrength = 'artifact' | 'reported' | 'record';

/**
 * What an outside registry holds under one name. A record is not a Model:
 * several records may be bound to one Model.
 *
 * @public
 */
export interface RegistryRecordRef {
  /** Id of the server, as in `ml.registries.<id>`. */
  server: string;
  workspace?: string;
  /** The name in the registry, verbatim. */
  name: string;
}

/**
 * Where a version answers. `segment` is `*` or sorted `key=value` pairs
 * joined by commas, such as `market=de`.
 *
 * @public
 */
export interface PromotionTarget {
  environment: string;
  segment: string;
}

/**
 * One measured number of a version.
 *
 * @public
 */
export interface VersionMetric {
  /** Canonical name, after the metric dictionary of the configuration. */
  name: string;
  /** The name the registry uses. */
  rawName: string;
  value: number;
  dataset?: string;
  datasetDigest?: string;
  split?: string;
  /** When it was measured, ISO 8601. */
  observedAt?: string;
}

/**
 * A part that a version is made of, such as a base model or a prompt.
 *
 * @public
 */
export interface VersionComponent {
  role:
    | 'base'
    | 'adapter'
    | 'prompt'
    | 'embedding'
    | 'index'
    | 'tokenizer'
    | 'preprocessor'
    | 'guardrail'
    | 'submodel'
    | 'featureView';
  ref: string;
  version?: string;
  digest?: string;
}

/**
 * One input or output column of a version's signature.
 *
 * @public
 */
export interface SignatureField {
  name: string;
  type: string;
  required: boolean;
}

/**
 * What goes in and comes out of a version.
 *
 * @public
 */
export interface VersionSignature {
  inputs: SignatureField[];
  outputs: SignatureField[];
}

/**
 * A link that leads out of the portal, for instance to the run that trained
 * a version.
 *
 * @public
 */
export interface VersionLink {
  title: string;
  url: string;
}

/**
 * An assignment in force, in the short form that stands beside a version.
 *
 * @public
 */
export interface AssignmentSummary {
  stage: string;
  target: PromotionTarget;
  slot: AssignmentSlot;
  trafficPercent: number;
  since: string;
}

/**
 * The role a version plays where it is assigned.
 *
 * @public
 */
export type AssignmentSlot =
  'champion' | 'challenger' | 'shadow' | 'canary' | 'none';

/**
 * What a version does to the contract of the version before it, whichever that
 * is by its time: it breaks what was promised, adds to it, or leaves it;
 * `unverifiable` where no stored version of the contract compares the two.
 *
 * @public
 */
export type VersionChange = 'breaking' | 'additive' | 'none' | 'unverifiable';

/**
 * A version as lists show it.
 *
 * @public
 */
export interface ModelVersionSummary {
  /** ULID, never changes. */
  id: string;
  /** Entity ref of the model. */
  model: string;
  /** Unique per model: the home registry's number, else `<server>:<number>`. */
  label: string;
  digest: string;
  digestStrength: DigestStrength;
  variant?: string;
  description?: string;
  /** Aliases that point at this version now. */
  aliases: string[];
  /** Assignments in force. */
  assignments: AssignmentSummary[];
  /** Whether it was ever assigned anywhere. */
  everAssigned: boolean;
  metrics: VersionMetric[];
  source: VersionSourceRef;
  createdBy?: string;
  /** When the registry says it was created, ISO 8601. */
  createdAt: string;
  /** Set when the registry no longer has the version, ISO 8601. */
  goneSince?: string;
  /** Set when its registration was taken back; it can no longer be promoted. */
  tombstone?: VersionTombstone;
  /**
   * Only in lists of one entity's versions; absent of the first version, and
   * where the contract of one of the two is not known.
   */
  change?: VersionChange;
}

/**
 * Where a version comes from.
 *
 * @public
 */
export interface VersionSourceRef {
  /** Kind of source: `mlflow`, `sample`, `rest` or `file`. */
  type: string;
  server?: string;
  record?: string;
  /** The registry's own number or name of the version. */
  recordVersion?: string;
  /** Title of the server for people. */
  title?: string;
}

/**
 * Everything known about one version.
 *
 * @public
 */
export interface ModelVersion extends ModelVersionSummary {
  artifactUri?: string;
  runId?: string;
  modelId?: string;
  /**
   * Who a service says wrote the version, from its tag `understudy.dev/author`.
   * Nobody has checked it: rules about persons must not go by it.
   */
  claimedAuthor?: string;
  /** The person or service that registered it at its server by the portal. */
  registeredBy?: string;
  tags: { key: string; value: string }[];
  params: { key: string; value: string }[];
  signature?: VersionSignature;
  components: VersionComponent[];
  links: VersionLink[];
  /** When the portal first saw it, ISO 8601. */
  registeredAt: string;
  /** Only of a version of a feature view. */
  definition?: FeatureViewDefinition;
  /** Only of a version of a dataset. */
  snapshot?: DatasetSnapshot;
}

/**
 * A page of versions. `counts` says what the default view leaves out.
 *
 * @public
 */
export interface ModelVersionPage {
  items: ModelVersionSummary[];
  nextCursor?: string;
  counts: { total: number; matching: number };
  /** One entry per registry that feeds this model. */
  sources: RegistrySourceStatus[];
}

/**
 * How fresh the portal's knowledge of one registry is.
 *
 * @public
 */
export interface RegistrySourceStatus {
  server: string;
  type: string;
  title: string;
  uiUrl?: string;
  lastAttemptAt?: string;
  lastSuccessAt?: string;
  lastError?: string;
  /** Seconds after which the data count as stale. */
  staleAfterSeconds: number;
  stale: boolean;
  records?: number;
  versions?: number;
}

/**
 * What is assigned where, now or in the past.
 *
 * @public
 */
export interface Assignment {
  id: string;
  model: string;
  versionId: string;
  version: string;
  digest: string;
  stage: string;
  target: PromotionTarget;
  slot: AssignmentSlot;
  trafficPercent: number;
  since: string;
  until?: string;
  promotionId: string;
  verifiedAt?: string;
}
