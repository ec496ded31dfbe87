import { JsonObject, JsonValue } from '@backstage/types';
import { cardSectionOf, cardSections } from './cardSections';
import { parseModelCard } from './parseModelCard';
import { readModelIndex } from './readModelIndex';
import { readSections } from './readSections';
import { ModelCard } from './types';

/** Keys that are metadata on Hugging Face, and so here. */
const METADATA: ReadonlySet<string> = new Set([
  ...['license', 'license_name', 'license_link', 'language', 'tags'],
  ...['datasets', 'base_model', 'library_name', 'pipeline_tag'],
  ...['model-index', 'model_name', 'thumbnail', 'co2_eq_emissions'],
]);

/**
 * The card in `spec.card` of a Model, which is Markdown or an object with a
 * member for each section: `{ purpose: 'Scores …', limitations: [...] }`. Both
 * give the same structure; keys of an object may be spelled as titles are.
 * Nothing for a model without a card.
 *
 * @public
 */
export function cardFromModel(model: {
  spec?: { card?: JsonObject | string };
}): ModelCard | undefined {
  const card = model.spec?.card;
  if (card === undefined || typeof card === 'string') {
    return card === undefined ? undefined : parseModelCard(card);
  }
  const metadata: JsonObject = {};
  const parts: string[] = [];
  for (const [key, value] of Object.entries(card)) {
    const isList = key === 'metrics' && Array.isArray(value);
    if (METADATA.has(key) || isList) {
      metadata[key] = value;
    } else if (value !== undefined) {
      parts.push(`## ${titleOf(key)}\n\n${toMarkdown(value, 0)}\n`);
    }
  }
  const body = parts.join('\n');
  return {
    header: '',
    metadata,
    body,
    sections: readSections(body),
    problems: readModelIndex(metadata).problems,
  };
}

/** The title of the section that a key names, or the key as words. */
function titleOf(key: string): string {
  const id = cardSectionOf(key);
  const section = cardSections.find(known => known.id === id);
  const words = key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim();
  return section?.title ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function toMarkdown(value: JsonValue, depth: number): string {
  const indent = '  '.repeat(depth);
  if (Array.isArray(value)) {
    return value
      .map(item => `${indent}- ${toMarkdown(item, depth + 1).trimStart()}`)
      .join('\n');
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, item]) => {
        const nested = typeof item === 'object' && item !== null;
        const text = toMarkdown(item ?? null, depth + 1);
        return `${indent}- ${key}:${nested ? `\n${text}` : ` ${text}`}`;
      })
      .join('\n');
  }
  return value === null ? '' : String(value);
}
