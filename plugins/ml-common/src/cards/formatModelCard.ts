import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { Document } from 'yaml';
import { parseHeader, readHeader } from './readHeader';
import { splitHeader } from './splitHeader';
import { ModelCard } from './types';

/** Long texts stay on their line, as they were. */
const OUTPUT = { lineWidth: 0 };

/**
 * The text of a card. A card as {@link parseModelCard} gave it is the same text
 * again, to the letter. Where `metadata` was changed, only the keys that differ
 * are written anew: others keep their place and their comments.
 *
 * @throws InputError for changed metadata with a header that could not be read,
 * of which nothing would be left.
 *
 * @public
 */
export function formatModelCard(
  card: Pick<ModelCard, 'header' | 'metadata' | 'body'>,
): string {
  const { header, metadata, body } = card;
  const { yaml } = splitHeader(header);
  const before = readHeader(yaml);
  if (isSame(before.metadata, metadata)) {
    return header + body;
  }
  if (yaml.trim() === '') {
    return withHeader(new Document(metadata), body);
  }
  const document = parseHeader(yaml);
  if (document.errors.length > 0 || !isMapping(document)) {
    throw new InputError(
      `The metadata of the card cannot be changed before it can be read: ${before.problems[0]?.message}`,
    );
  }
  changeKeys(document, before.metadata, metadata);
  return withHeader(document, body);
}

function withHeader(document: Document, body: string): string {
  return `---\n${document.toString(OUTPUT)}---\n${body}`;
}

function isMapping(document: Document.Parsed): boolean {
  const value: unknown = document.toJS();
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function changeKeys(
  document: Document,
  before: JsonObject,
  after: JsonObject,
): void {
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key) || after[key] === undefined) {
      document.delete(key);
    }
  }
  for (const [key, value] of Object.entries(after)) {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    if (value !== undefined && !isSame(old, value)) {
      document.set(key, document.createNode(value));
    }
  }
}

/** Whether two values say the same, whatever the order of keys. */
function isSame(
  one: JsonValue | undefined,
  other: JsonValue | undefined,
): boolean {
  return sorted(one) === sorted(other);
}

function sorted(value: JsonValue | undefined): string | undefined {
  // Unlike null, what is absent has no text at all.
  return JSON.stringify(value, (_, item) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(
          Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : item,
  );
}
