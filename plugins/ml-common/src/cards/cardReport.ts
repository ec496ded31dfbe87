import { JsonObject } from '@backstage/types';
import { CardCompleteness } from './cardCompleteness';
import { CardReviewStatus } from './cardReview';
import { CardProblem, CardSection } from './types';

/**
 * The card of a model with what is to be said of it: `GET .../card`.
 *
 * @public
 */
export interface ModelCardReport {
  /** Entity ref. */
  model: string;
  /** Written in the entity, or added to a version. */
  source: 'entity' | 'version';
  /** Label of the version that the card was added to. */
  version?: string;
  /** As it was written; of fields of an entity, as Markdown. */
  text: string;
  /** `sha256:` and 64 hexadecimal digits; what a review is of. */
  digest: string;
  metadata: JsonObject;
  /** Markdown below the metadata. */
  body: string;
  sections: CardSection[];
  problems: CardProblem[];
  /** Of the model's uses; absent where it is not known, and the highest counts. */
  riskTier?: string;
  completeness: CardCompleteness;
  review: CardReviewStatus & { note?: string };
  /** What the caller may make of the review. */
  may: CardReviewChoice[];
}

/**
 * What somebody makes of the review of a card: `in_review` asks for it,
 * `approved` ends it, `draft` takes either back.
 *
 * @public
 */
export type CardReviewChoice = 'draft' | 'in_review' | 'approved';

/**
 * What became of a card that was imported into a version: the answer of
 * `POST .../versions/{version}/card`.
 *
 * @public
 */
export interface CardImport {
  card: ModelCardReport;
  /** Evaluations that the card's `model-index` has. */
  evaluations: number;
}
