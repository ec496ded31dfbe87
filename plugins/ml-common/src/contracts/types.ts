import type {
  CompatibilityReport,
  CompatibilityVerdict,
  ConsumerReport,
  Contract,
  Finding,
  LossNote,
} from '@understudy/contracts';

/**
 * Where a contract comes from: written in the entity, sent by a person or a
 * build, or worked out from a signature, an observed schema or declared fields.
 *
 * @public
 */
export type ContractOrigin =
  'declared' | 'attached' | 'signature' | 'lineage' | 'fields';

/**
 * The data that a contract was last compared with, as lineage observed it.
 *
 * @public
 */
export interface ContractObservation {
  /** Namespace and name in OpenLineage naming; of partitions, what they fold into. */
  namespace: string;
  name: string;
  environment: string;
  /** ISO 8601: the latest event that stated the schema, as of when it last changed. */
  observedAt: string;
  /**
   * ISO 8601: since when lineage does not answer. What is said of the data is
   * as old as that; absent while lineage answers.
   */
  staleSince?: string;
}

/**
 * One stored version of a contract, as lists show it.
 *
 * @public
 */
export interface ContractVersionSummary {
  /** ULID. */
  id: string;
  /** Entity ref of what the contract is about. */
  subject: string;
  /** Semantic version. */
  version: string;
  status: 'draft' | 'active' | 'deprecated' | 'retired';
  origin: ContractOrigin;
  /** SHA-256 of the canonical JSON of the contract. */
  digest: string;
  /** Labels of the versions of the subject that have this contract; at most 20. */
  subjectVersions: string[];
  /** What it did to the versions before it; absent of the first one. */
  verdict?: CompatibilityVerdict;
  requiredBump?: CompatibilityReport['requiredBump'];
  findings: { errors: number; warnings: number; infos: number };
  /** A user's entity ref, or the subject of a service. */
  publishedBy: string;
  /** ISO 8601. */
  publishedAt: string;
  deprecation?: ContractDeprecation;
  /** Consumers whose range takes it, that are known now. */
  consumers: number;
}

/**
 * A stored version of a contract with all of it.
 *
 * @public
 */
export interface ContractVersion extends ContractVersionSummary {
  contract: Contract;
  /** Absent of the first version. */
  report?: CompatibilityReport;
}

/**
 * That a version, or a field of it, will be removed.
 *
 * @public
 */
export interface ContractDeprecation {
  /** ISO 8601. */
  since: string;
  /** `YYYY-MM-DD`. */
  removeAfter: string;
  /** Version of the contract, or the name of the field, to use instead. */
  replacement?: string;
  reason: string;
  by: string;
}

/**
 * Why something counts as a consumer: it says so in a contract of its own, it
 * says that it reads the subject, or lineage shows that it does.
 *
 * @public
 */
export type ConsumerBasis = 'contract' | 'relation' | 'lineage';

/**
 * One consumer of a contract.
 *
 * @public
 */
export interface ContractConsumer {
  /** Entity ref. */
  consumer: string;
  /** Entity ref of its owner. */
  owner?: string;
  basis: ConsumerBasis;
  /** Version range of the provider's contract that it takes. */
  range?: string;
  /** Version of the provider that it is pinned to, where it is. */
  pinnedTo?: string;
  /** Whether anything of it is in production; consumers in training only are counted apart. */
  use: 'production' | 'training' | 'unknown';
  /** Fields that it uses by port and path; absent where that is not known. */
  fields?: { port: string; path: string }[];
}

/**
 * What a proposed contract does: the answer of `POST /contracts/check`.
 *
 * @public
 */
export interface ContractCheck {
  /** Entity ref. */
  subject: string;
  verdict: CompatibilityVerdict;
  /** Against the versions before it; absent where there is none. */
  report?: CompatibilityReport;
  /** Conventions that the contract does not keep. */
  lint: Finding[];
  /** One for each consumer that the caller may read, hit ones first. */
  consumers: (ConsumerReport & ContractConsumer)[];
  /** False where there are consumers that the caller may not read, or more than are checked. */
  complete: boolean;
  /** Owners of consumers that are hit, with those consumers. */
  tell: { owner: string; consumers: string[] }[];
  /** Of a document in another format: what was not read, and so not checked. */
  lossy?: LossNote[];
}

/**
 * How far consumers have moved away from a deprecated version or field.
 *
 * @public
 */
export interface DeprecationProgress {
  subject: string;
  /** Version of the contract. */
  version: string;
  /** Absent where the whole version is deprecated. */
  field?: { port: string; path: string };
  deprecation: ContractDeprecation;
  /** Those that no longer use it, and all that ever did since it was announced. */
  production: { migrated: number; total: number };
  training: { migrated: number; total: number };
  /** Those that still use it and that the caller may read. */
  remaining: ContractConsumer[];
  /** Those of them whose owner agreed that it goes before its date, and until when that holds, ISO 8601. */
  waived?: { consumer: string; until: string }[];
  /** Whether the removal may go ahead, and what stands in its way. */
  removable: boolean;
  blockedBy: string[];
}
