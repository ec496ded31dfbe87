import { CardSectionId } from './cardSections';

/**
 * Something that the card of a model has to say.
 *
 * @public
 */
export interface CardRequirement {
  section: CardSectionId;
  /** The check that asks for it, such as `DOC-01`. */
  check: string;
  /** The lowest of the tiers that ask for it, as a position from 0 for the lowest. */
  fromTier: number;
  /** What the reader of the card needs it for. */
  reason: string;
}

/**
 * What cards have to say, by risk. With the default tiers, position 0 is
 * minimal, 1 limited, 2 high and 3 critical; where more tiers are configured,
 * the highest of them ask for everything.
 *
 * @public
 */
export const cardRequirements: readonly CardRequirement[] = [
  {
    section: 'purpose',
    check: 'DOC-01',
    fromTier: 0,
    reason: 'Readers have to know what the model is for',
  },
  {
    section: 'intendedUsers',
    check: 'DOC-01',
    fromTier: 0,
    reason: 'Readers have to know whether the model is meant for them',
  },
  {
    section: 'outOfScope',
    check: 'DOC-01',
    fromTier: 0,
    reason: 'Readers have to know what the model must not be used for',
  },
  {
    section: 'trainingData',
    check: 'DOC-02',
    fromTier: 1,
    reason: 'What a model learnt from tells where it can be trusted',
  },
  {
    section: 'evaluationData',
    check: 'DOC-02',
    fromTier: 1,
    reason: 'Results mean nothing without the data that they were measured on',
  },
  {
    section: 'metrics',
    check: 'DOC-02',
    fromTier: 1,
    reason: 'Readers have to know how well the model does',
  },
  {
    section: 'limitations',
    check: 'DOC-02',
    fromTier: 1,
    reason: 'Readers have to know when the model fails',
  },
  {
    section: 'slices',
    check: 'DOC-02',
    fromTier: 2,
    reason: 'An average hides the groups that the model does badly for',
  },
  {
    section: 'ethics',
    check: 'DOC-02',
    fromTier: 2,
    reason: 'Harm has to be thought of before the model is used',
  },
  {
    section: 'version',
    check: 'DOC-02',
    fromTier: 2,
    reason: 'Readers have to know which version the card is about',
  },
  {
    section: 'humanOversight',
    check: 'DOC-05',
    fromTier: 2,
    reason: 'Somebody has to be able to stop or overrule the model',
  },
  {
    section: 'instructions',
    check: 'DOC-05',
    fromTier: 2,
    reason: 'Users have to know how to use the model and read what it says',
  },
];

/** Words that purpose, users and uses out of scope need together before they say anything: DOC-01. */
export const minPurposeWords = 40;
