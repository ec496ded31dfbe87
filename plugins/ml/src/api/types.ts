import {
  Assignment,
  PromotionState,
  PromotionTarget,
} from '@understudy/plugin-ml-common';

/**
 * What to look for among the models. All given parts must fit.
 *
 * @public
 */
export interface ModelQuery {
  /** Entity refs; any of them. */
  owner?: string[];
  type?: string;
  lifecycle?: string;
  /** Stage in which some version of the model is assigned now. */
  stage?: string;
  tier?: string;
  /** Words of the name, title or description. */
  text?: string;
  /** Only models owned by the caller or a group of theirs. */
  mine?: boolean;
  /**
   * `title`, `owner`, `type` or `lifecycle`; with `-` before it from last to
   * first. By title when left out.
   */
  sort?: string;
  cursor?: string;
  limit?: number;
}

/**
 * What to look for among the versions of a model.
 *
 * @public
 */
export interface VersionQuery {
  view: 'notable' | 'all';
  /** Start of the label. */
  label?: string;
  alias?: string;
  stage?: string;
  variant?: string;
  /** Id of the registry server. */
  source?: string;
  createdBy?: string;
  cursor?: string;
  limit?: number;
}

/**
 * What to look for in the ledger, which comes newest first.
 *
 * @public
 */
export interface EventQuery {
  /** Ref of a model, or of one version of it as `<model>@<label>`. */
  subject: string;
  /** Id of a promotion. */
  correlationId?: string;
  cursor?: string;
  /** 1 to 200. */
  limit?: number;
}

/**
 * What to look for among promotions, which come newest first.
 *
 * @public
 */
export interface PromotionQuery {
  /** Entity ref of the model. */
  model?: string;
  state?: PromotionState[];
  /** Entity ref of who asked for it. */
  requestedBy?: string;
  cursor?: string;
  limit?: number;
}

/**
 * Which assignments of a model to list, newest first.
 *
 * @public
 */
export interface AssignmentQuery {
  /** What is in force, or everything that ever was. */
  view: 'current' | 'history';
  /** What was in force at this time instead, ISO 8601. */
  at?: string;
  /** Only those of one version, by its id. */
  versionId?: string;
  cursor?: string;
  limit?: number;
}

/**
 * A page of assignments.
 *
 * @public
 */
export interface AssignmentPage {
  items: Assignment[];
  nextCursor?: string;
}

/**
 * A request to promote a version.
 *
 * @public
 */
export interface PromotionRequest {
  /** Entity ref of the model. */
  model: string;
  /** Label of the version. */
  version: string;
  stage: string;
  target: PromotionTarget;
  reason?: string;
}

/**
 * A request to roll back. Without `version` the one before the current is
 * restored; without `reason` one has to follow.
 *
 * @public
 */
export interface RollbackRequest {
  target: PromotionTarget;
  version?: string;
  /**
   * Label of the version that is replaced, as the person saw it. When another
   * one holds the target by now nothing is done.
   */
  replaces?: string;
  reason?: string;
}

/**
 * What a person does with a promotion.
 *
 * @public
 */
export interface PromotionDecision {
  action: 'approve' | 'reject' | 'cancel' | 'reevaluate';
  /** The revision the person was looking at. */
  revision: number;
  requirementId?: string;
  reason?: string;
}
