import { JsonObject } from '@backstage/types';
import { CardSectionId } from './cardSections';

/**
 * Something that is wrong with a card. The card is read all the same.
 *
 * @public
 */
export interface CardProblem {
  /** Path in the metadata, such as `model-index/0/name`; empty for the card as a whole. */
  path: string;
  message: string;
}

/**
 * What a card says on one subject.
 *
 * @public
 */
export interface CardSection {
  id: CardSectionId;
  /** As the card has it; of several on one subject, the first. */
  heading: string;
  /** Markdown without the heading. */
  text: string;
}

/**
 * A card of a model, read from Markdown or from the fields of an entity.
 *
 * @public
 */
export interface ModelCard {
  /** What the card begins with, `---` and all, exactly as it was written; empty when there is none. */
  header: string;
  /** What the header says, all keys in their order; empty when there is none or it is broken. */
  metadata: JsonObject;
  /** The Markdown below the header. */
  body: string;
  /** The subjects that the card speaks of, in their order on the card. */
  sections: CardSection[];
  problems: CardProblem[];
}
