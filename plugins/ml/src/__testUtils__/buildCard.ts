import {
  cardCompleteness,
  cardDigest,
  ModelCardReport,
  parseModelCard,
} from '@understudy/plugin-ml-common';

/** A card with what the backend would say of it. */
export function buildCard(
  text: string,
  parts: Partial<ModelCardReport> = {},
): ModelCardReport {
  const card = parseModelCard(text);
  const { metadata, body, sections, problems } = card;
  return {
    model: 'model:default/fraud-score',
    source: 'entity',
    text,
    digest: cardDigest(text),
    metadata,
    body,
    sections,
    problems,
    riskTier: 'high',
    completeness: cardCompleteness(card, { riskTier: 'high' }),
    review: { state: 'draft' },
    may: [],
    ...parts,
  };
}
