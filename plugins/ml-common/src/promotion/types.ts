import { PromotionTarget } from '../registry/types';
import { PromotionState } from './states';

/**
 * What a promotion does.
 *
 * @public
 */
export type PromotionKind = 'promote' | 'rollback' | 'retire' | 'demote';

/**
 * The verdict of a gate. `unknown` means that evidence is missing or too
 * old; it is never the same as `pass`.
 *
 * @public
 */
export type GateStatus =
  | 'pending'
  | 'running'
  | 'pass'
  | 'warn'
  | 'fail'
  | 'error'
  | 'unknown'
  | 'skipped'
  | 'overridden';

/**
 * One thing a gate looked at.
 *
 * @public
 */
export interface GateEvidence {
  /** What it is, for instance `metric`. */
  kind: string;
  /** What it speaks of, for instance `model:default/fraud-score@44`. */
  ref: string;
  observedAt?: string;
  digest?: string;
  /** For people: the value with its unit, and where it comes from. */
  summary: string;
  url?: string;
}

/**
 * One evaluation of one gate.
 *
 * @public
 */
export interface GateRun {
  gateId: string;
  type: string;
  status: GateStatus;
  enforcement: 'block' | 'warn' | 'info';
  /** Whether this verdict stands in the way of the promotion. */
  blocks: boolean;
  /** One sentence that says what was found. */
  summary: string;
  /** What to do about it; present unless the gate passed. */
  remedy?: string;
  evidence: GateEvidence[];
  startedAt: string;
  finishedAt?: string;
  validUntil?: string;
  attempt: number;
  policyDigest: string;
}

/**
 * How a gate came to its verdict: what it was given, what it made of it then
 * and what the same rules make of the same evidence when they are run again.
 *
 * @public
 */
export interface GateExplanation {
  /** What the gate demands, in one sentence. */
  words: string;
  run: GateRun;
  /** The gate's settings and the evidence, as they were at the time. */
  inputs: Record<string, unknown>;
  replay: {
    status: GateStatus;
    summary: string;
    /** Whether the replay came to the verdict that was stored. */
    same: boolean;
  };
}

/**
 * A decision of one person on one requirement.
 *
 * @public
 */
export interface PromotionApproval {
  id: string;
  requirementId: string;
  approver: string;
  /** The group through which the approver was eligible. */
  via: string;
  decision: 'approve' | 'reject';
  reason?: string;
  at: string;
  /** Set when the approval no longer counts. */
  staleSince?: string;
  staleCause?: string;
}

/**
 * What approvals a promotion needs and how far it is.
 *
 * @public
 */
export interface PromotionApprovalRequirement {
  id: string;
  title: string;
  /** Groups whose members may approve, entity refs. */
  groups: string[];
  quorum: number;
  separation: string[];
  approved: number;
  satisfied: boolean;
  /**
   * Set when the first choice has nobody eligible and the fallback group
   * decides instead, or when nobody at all can approve.
   */
  notice?: string;
  /**
   * What is not certain about who wrote the version: whether somebody else
   * approves is unknown then. Where the policy demands it, nobody can approve.
   */
  separationNotice?: string;
  /** Whether anybody at all is eligible. */
  eligible: 'first-choice' | 'fallback' | 'nobody';
}

/**
 * What the worker is doing, or why it cannot.
 *
 * @public
 */
export interface PromotionExecution {
  attempt: number;
  startedAt?: string;
  lastError?: string;
  nextAttemptAt?: string;
  /** The alias that is moved, where, and to what. */
  alias?: {
    server: string;
    workspace?: string;
    record: string;
    alias: string;
    version: string;
  };
  /**
   * The version the registry's alias pointed at when the first promotion of a
   * target began. It is recorded as what was there before, so that the first
   * promotion can be rolled back too.
   */
  heldBefore?: {
    versionId: string;
    version: string;
    digest: string;
    /** When the portal first saw the alias there, ISO 8601. */
    since: string;
  };
  /** What a person would type to do the same by hand. */
  manualCommand?: string;
  finishedAt?: string;
}

/**
 * What the caller may do with a promotion now. The user interface shows
 * exactly these actions.
 *
 * @public
 */
export type PromotionAction = 'approve' | 'reject' | 'cancel' | 'reevaluate';

/**
 * A request to change what is assigned where, with everything that led to
 * its outcome.
 *
 * @public
 */
export interface Promotion {
  id: string;
  kind: PromotionKind;
  model: string;
  versionId: string;
  version: string;
  digest: string;
  toStage: string;
  target: PromotionTarget;
  requestedBy: string;
  requestedAt: string;
  reason?: string;
  /** A rollback may be reasoned afterwards; set while it still is due. */
  reasonDueAt?: string;
  policyRef: string;
  policyDigest: string;
  subjectDigest: string;
  state: PromotionState;
  stateSince: string;
  /** Send it back as `revision` with every change. */
  revision: number;
  expiresAt?: string;
  gateRuns: GateRun[];
  requirements: PromotionApprovalRequirement[];
  approvals: PromotionApproval[];
  execution: PromotionExecution;
  supersededBy?: string;
  rollbackOf?: string;
  /** The version that holds the target now, for comparison. */
  champion?: { versionId: string; version: string };
  /** The version that held the target before, once this one has taken it. */
  replaced?: { versionId: string; version: string };
  /** What the promotion waits for, in one sentence. */
  waitingFor?: string;
  /** What the caller may do now, and why not otherwise. */
  allowedActions: PromotionAction[];
  notAllowed: { action: PromotionAction; reason: string }[];
}

/**
 * A promotion as lists show it.
 *
 * @public
 */
export type PromotionSummary = Pick<
  Promotion,
  | 'id'
  | 'kind'
  | 'model'
  | 'versionId'
  | 'version'
  | 'toStage'
  | 'target'
  | 'requestedBy'
  | 'requestedAt'
  | 'state'
  | 'stateSince'
  | 'revision'
  | 'waitingFor'
>;

/**
 * A page of promotions, newest first.
 *
 * @public
 */
export interface PromotionPage {
  items: PromotionSummary[];
  nextCursor?: string;
}

/**
 * What can be asked for on one model: the stages and targets of the policy
 * that applies, and what the caller may do.
 *
 * @public
 */
export interface PromotionOptions {
  model: string;
  policyRef: string;
  policyDigest: string;
  stages: {
    name: string;
    title: string;
    environments: string[];
    gates: { id: string; type: string; words: string }[];
    approvals: { id: string; words: string }[];
  }[];
  /** Segments known for this model, `*` first. */
  segments: string[];
  /** The alias that would move, per target. */
  aliases: { target: PromotionTarget; alias: string }[];
  mayPromote: boolean;
  mayRollBack: boolean;
  /** Why not, where a permission is missing. */
  reason?: string;
}

/**
 * What a rollback at one target would do.
 *
 * @public
 */
export interface RollbackOption {
  target: PromotionTarget;
  stage: string;
  current?: { versionId: string; version: string; since: string };
  /**
   * The version a rollback restores by default: the champion before this one,
   * or the present champion while `underWay` says that it is being replaced.
   */
  previous?: { versionId: string; version: string; until?: string };
  /** A promotion that is moving this target now; a rollback stops it. */
  underWay?: { promotionId: string; version: string };
}
