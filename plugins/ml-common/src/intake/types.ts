import { RegistryRecordRef } from '../registry/types';

/**
 * What somebody decided about a registry record in the intake.
 *
 * - `claim`: the record is imported as a Model of its own, owned by `owner`.
 * - `bind`: the record belongs to `model`, which exists already.
 * - `ignore`: the record is left alone, and everything that came from it is
 *   shown as gone.
 *
 * What a Model declares in `spec.registries` goes before any decision.
 *
 * @public
 */
export type IntakeDecision =
  | { action: 'claim'; owner: string; reason?: string }
  | { action: 'bind'; model: string; reason?: string }
  | { action: 'ignore'; reason: string };

/**
 * A decision as it is kept.
 *
 * @public
 */
export interface KeptIntakeDecision {
  record: RegistryRecordRef;
  decision: IntakeDecision;
  /** Entity ref of the user, or subject of the service, who decided. */
  decidedBy: string;
  /** ISO 8601. */
  decidedAt: string;
}

/**
 * How a record stands:
 *
 * - `no-model`: no Model of the catalog has it.
 * - `no-owner`: its Model has no owner.
 * - `ignored`: somebody decided to leave it alone.
 * - `settled`: it has a Model, and the Model an owner.
 *
 * @public
 */
export type IntakeStatus = 'no-model' | 'no-owner' | 'ignored' | 'settled';

/**
 * A record of a registry as the intake shows it.
 *
 * @public
 */
export interface IntakeRecord {
  record: RegistryRecordRef;
  kind: 'model' | 'prompt';
  status: IntakeStatus;
  /** How it came to its Model; absent where it is ignored. */
  boundBy?: RegistryBindingSource;
  /** Entity ref of the Model that it belongs, or would belong, to. */
  model?: string;
  /** Entity ref of the Model's owner. */
  owner?: string;
  environment?: string;
  variant?: string;
  description?: string;
  /** Versions that the registry holds under this name. */
  versions: number;
  /** Label and time of the newest version. */
  latestVersion?: { label: string; createdAt: string };
  /** The record in the registry's own pages. */
  url?: string;
  /** ISO 8601. */
  firstSeenAt: string;
  /** Since when the registry no longer has it, ISO 8601. */
  goneSince?: string;
  /** What was decided about it, if anything was. */
  decision?: KeptIntakeDecision;
  /** What somebody who decides may want to choose, and why. */
  suggestions: IntakeSuggestion[];
  /**
   * What the caller may decide about it. A group or Model that is chosen is
   * checked once more when the decision is sent.
   */
  allowed: IntakeAction[];
}

/**
 * A decision, or `reset`, which takes the last one back.
 *
 * @public
 */
export type IntakeAction = IntakeDecision['action'] | 'reset';

/**
 * How a record came to its Model: the Model `declared` it, somebody decided so
 * in the intake (`decision`), a binding `rule` says so, or nothing does and it
 * has its `default`, a Model of its own.
 *
 * @public
 */
export type RegistryBindingSource =
  'declared' | 'decision' | 'rule' | 'default';

/**
 * A guess for somebody to confirm. Guesses are never acted upon by themselves.
 *
 * @public
 */
export type IntakeSuggestion =
  | { action: 'claim'; owner: string; because: string }
  | { action: 'bind'; model: string; because: string };

/**
 * A page of records. `total` is left out when the caller may not see every
 * Model, because it would tell how many there are.
 *
 * @public
 */
export interface IntakePage {
  items: IntakeRecord[];
  nextCursor?: string;
  total?: number;
}

/**
 * One line of a bulk decision.
 *
 * @public
 */
export interface IntakeDecisionRequest {
  record: RegistryRecordRef;
  decision: IntakeDecision | { action: 'reset' };
}

/**
 * What became of one line of a bulk decision, in the order asked. Lines that
 * are refused do not keep others from being accepted. `accepted` means
 * committed; `unchanged` that the same was decided before; `would-accept`
 * stands in the answer of a dry run.
 *
 * @public
 */
export interface IntakeDecisionResult {
  record: RegistryRecordRef;
  outcome: 'accepted' | 'unchanged' | 'would-accept' | 'refused';
  /** Why it was refused: the name of the error and a sentence for people. */
  error?: { name: string; message: string };
  /** Line of the uploaded file, the header being 1. */
  line?: number;
}
