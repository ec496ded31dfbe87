import {
  AliasChange,
  AliasDriftChoice,
  CardReviewChoice,
  RegistryTokenScope,
} from '@understudy/plugin-ml-common';

/**
 * Which changes of the aliases of a model to list, newest first.
 *
 * @public
 */
export interface AliasHistoryQuery {
  /** Only those of one alias. */
  alias?: string;
  cursor?: string;
  limit?: number;
}

/**
 * A page of changes of aliases.
 *
 * @public
 */
export interface AliasHistoryPage {
  items: AliasChange[];
  nextCursor?: string;
}

/**
 * What to do about an alias that points elsewhere than was decided.
 *
 * @public
 */
export interface AliasDriftDecision {
  choice: AliasDriftChoice;
  /** For everybody who can see the model. */
  reason: string;
}

/**
 * What somebody makes of the review of a card.
 *
 * @public
 */
export interface CardReviewInput {
  /** Of the version's card instead of the model's. */
  version?: string;
  /** Of the text that was read; refused once it is another one. */
  digest: string;
  state: CardReviewChoice;
  note?: string;
}

/**
 * What to look for among the versions of all models. All given parts must fit.
 *
 * @public
 */
export interface FoundVersionQuery {
  /** `Model` when left out. */
  kind?: 'Model' | 'FeatureView' | 'Dataset';
  /** Entity refs; any of them. */
  owner?: string[];
  /** Start of the name of the model or of the label of the version. */
  text?: string;
  /** Stage in which the version is assigned now. */
  stage?: string;
  alias?: string;
  /** Id of the registry server. */
  source?: string;
  /** Semantic version of the contract that the version keeps to. */
  contract?: string;
  /** Who made the version, or registered it through the portal. */
  createdBy?: string;
  /** `key=value`; all of them. */
  tag?: string[];
  /** Such as `auc>=0.9`, with one of `= != < <= > >=`; all of them. */
  metric?: string[];
  /** ISO 8601. */
  createdAfter?: string;
  /** ISO 8601. */
  createdBefore?: string;
  /** Also versions that have a tombstone. */
  includeDeleted?: boolean;
  cursor?: string;
  /** 1 to 100. */
  limit?: number;
}

/**
 * A personal registry token to be made.
 *
 * @public
 */
export interface RegistryTokenRequest {
  /** For the person to know it by. */
  name: string;
  /** How long it can be used, 1 to 90. */
  days: number;
  scopes: RegistryTokenScope[];
}
