import { JsonValue } from '@backstage/types';
import {
  CompatibilityVerdict,
  Finding,
  LossNote,
  VersionBump,
} from '@understudy/contracts';
import {
  ContractChoice,
  ContractConsumer,
  ContractObservation,
  ContractVersion,
  ContractVersionSummary,
  ContractWaiverState,
} from '@understudy/plugin-ml-common';

/**
 * The contract of an entity as it stands. Without `current` there is none yet.
 *
 * @public
 */
export interface ContractOverview {
  /** The version that is in force. */
  current?: ContractVersion;
  /** What is wrong with it: missing, stale, or a document that cannot be read. */
  problems: Finding[];
  /** What the reader may do about it; nothing where it is not told. */
  may?: ContractChoice[];
  /** The data that it was compared with. Absent where lineage observed none. */
  observed?: ContractObservation;
}

/**
 * A page of the versions of a contract, newest first.
 *
 * @public
 */
export interface ContractVersionPage {
  items: ContractVersionSummary[];
  /** Absent on the last page. */
  nextCursor?: string;
}

/**
 * What is different between two versions of one contract.
 *
 * @public
 */
export interface ContractDifference {
  /** Versions of the contract. */
  from: string;
  to: string;
  findings: Finding[];
  verdict?: CompatibilityVerdict;
  requiredBump?: VersionBump;
}

/**
 * Who is known to depend on a contract.
 *
 * @public
 */
export interface ContractConsumers {
  items: ContractConsumer[];
  /** False where there are consumers that the reader may not see. */
  complete: boolean;
}

/**
 * Announces that a version, or one field of it, will go.
 *
 * @public
 */
export interface DeprecationRequest {
  /** `YYYY-MM-DD`; nothing is removed before the day is over. */
  removeAfter: string;
  /** Version of the contract, or name of the field, to use instead. */
  replacement?: string;
  reason: string;
  /** The whole version unless given. */
  field?: { port: string; path: string };
}

/**
 * Which waivers to list, and from where on.
 *
 * @public
 */
export interface WaiverQuery {
  /** Any state unless given. */
  states?: ContractWaiverState[];
  /** At most 100. */
  limit?: number;
  /** `nextCursor` of the page before, of the same list. */
  cursor?: string;
}

/**
 * How an owner decides about a waiver. A refusal needs a reason.
 *
 * @public
 */
export interface WaiverDecision {
  verdict: 'granted' | 'refused';
  reason?: string;
}

/**
 * The formats that a contract can be saved in.
 *
 * @public
 */
export type ContractFormat =
  'json-schema' | 'mlflow' | 'odcs' | 'oip' | 'feast' | 'avro' | 'openlineage';

/**
 * A contract in another format.
 *
 * @public
 */
export interface ExportedContract {
  /** One for each port, or one for all. */
  documents: { name: string; document: JsonValue }[];
  /** What the format cannot hold. */
  lossy: LossNote[];
}
