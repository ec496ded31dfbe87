import { defaultRiskTiers } from '../model/highestTier';
import { cardFacts } from './cardFacts';
import {
  CardRequirement,
  cardRequirements,
  minPurposeWords,
} from './cardRequirements';
import { CardSectionId, cardSections } from './cardSections';
import { readModelIndex } from './readModelIndex';
import { ModelCard } from './types';
import { wordsOf } from './wordsOf';

/**
 * A section that a card should have and has not.
 *
 * @public
 */
export interface MissingCardSection {
  section: CardSectionId;
  /** The check that asks for it, such as `DOC-01`. */
  check: string;
  /** For people: what is wrong, and what it is needed for. */
  why: string;
}

/**
 * How much of what its risk asks for a card says.
 *
 * @public
 */
export interface CardCompleteness {
  /** Whole percents from 0 to 100; 100 only when nothing is missing. */
  percent: number;
  /** The sections that are asked for. */
  required: CardSectionId[];
  /** In the order of the requirements. */
  missing: MissingCardSection[];
}

/**
 * Tells what is missing on a card, by the risk of the model. Without a tier, or
 * with one that is not among `tiers`, the highest counts: unknown risk is not low.
 *
 * @param options - `tiers` from lowest to highest; the default ones unless said.
 *
 * @public
 */
export function cardCompleteness(
  card: Pick<ModelCard, 'metadata' | 'sections'>,
  options: { riskTier?: string; tiers?: readonly string[] } = {},
): CardCompleteness {
  const { riskTier, tiers = defaultRiskTiers } = options;
  const known = riskTier === undefined ? -1 : tiers.indexOf(riskTier);
  const rank = known === -1 ? Number.POSITIVE_INFINITY : known;
  const asked = cardRequirements.filter(({ fromTier }) => fromTier <= rank);
  const words = new Map(
    card.sections.map(({ id, text }) => [id, wordsOf(text)] as const),
  );
  const short = asked.filter(({ check }) => check === 'DOC-01');
  const purposeWords = short.reduce(
    (sum, { section }) => sum + (words.get(section) ?? 0),
    0,
  );
  const saidElsewhere = saidByMetadata(card);
  const missing = asked.flatMap((requirement): MissingCardSection[] => {
    const { section, check } = requirement;
    const written = words.get(section);
    if (!written && !saidElsewhere.has(section)) {
      return [{ section, check, why: whyMissing(requirement, written === 0) }];
    }
    return section === 'purpose' && purposeWords < minPurposeWords
      ? [{ section, check, why: whyShort(purposeWords) }]
      : [];
  });
  const share = (asked.length - missing.length) / asked.length;
  return {
    percent: Math.floor(share * 100),
    required: asked.map(({ section }) => section),
    missing,
  };
}

/** Sections that the metadata makes unnecessary. */
function saidByMetadata({
  metadata,
}: Pick<ModelCard, 'metadata'>): ReadonlySet<CardSectionId> {
  const { datasets } = cardFacts(metadata);
  const { results } = readModelIndex(metadata);
  const said: CardSectionId[] = [];
  if (datasets.length > 0) {
    said.push('trainingData');
  }
  if (results.length > 0) {
    said.push('evaluationData');
  }
  if (results.some(({ metrics }) => metrics.length > 0)) {
    said.push('metrics');
  }
  if (results.some(({ dataset }) => dataset.slice !== undefined)) {
    said.push('slices');
  }
  return new Set(said);
}

function whyMissing(
  { section, check, reason }: CardRequirement,
  isTemplate: boolean,
): string {
  const title = cardSections.find(({ id }) => id === section)?.title ?? section;
  return isTemplate
    ? `${check}: the section "${title}" has nothing but the text of a template. ${reason}.`
    : `${check}: the card has no section "${title}". ${reason}.`;
}

function whyShort(words: number): string {
  return `DOC-01: purpose, users and uses out of scope have ${words} words together, and need ${minPurposeWords}.`;
}
