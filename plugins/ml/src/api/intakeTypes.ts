import {
  IntakeDecisionResult,
  IntakeStatus,
  RegistryBindingSource,
} from '@understudy/plugin-ml-common';

/**
 * What to look for among the records of registries. All given parts must fit.
 *
 * @public
 */
export interface IntakeQuery {
  /** Ids of registry servers; any of them. */
  server?: string[];
  /** Any of them; what waits for a decision when none is given. */
  status?: IntakeStatus[];
  boundBy?: RegistryBindingSource;
  /** Words of the record or of its Model. */
  text?: string;
  /** Also records that the registry no longer has. */
  gone?: boolean;
  /** `name` or `firstSeenAt`; a minus in front turns the order round. */
  sort?: string;
  cursor?: string;
  limit?: number;
}

/**
 * A registry server of which there are records.
 *
 * @public
 */
export interface IntakeServer {
  server: string;
  title: string;
  /** Absent where the caller may not see every record. */
  counts?: Record<IntakeStatus, number>;
}

/**
 * What became of an uploaded file.
 *
 * @public
 */
export interface IntakeImport {
  /** One for each line that asks for something. */
  items: IntakeDecisionResult[];
  /** Lines that were accepted, or would be. */
  accepted: number;
  /** Lines that say what was decided before. */
  unchanged: number;
  refused: number;
  /** Lines without an action. */
  skipped: number;
}
