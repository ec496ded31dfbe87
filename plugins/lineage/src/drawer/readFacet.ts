/** One statement of a facet, for people. */
export interface FacetFact {
  name: string;
  value: string;
}

/** What a facet says, as far as it fits. */
export interface ReadFacet {
  facts: FacetFact[];
  /** There is more than is listed. */
  more: boolean;
}

const MOST_FACTS = 30;
const MOST_ITEMS = 10;
const MOST_DEPTH = 4;

/**
 * Writes a facet of any kind as a list of names and values. `_producer` and
 * `_schemaURL` are left out: they are about the sender.
 */
export function readFacet(value: Readonly<Record<string, unknown>>): ReadFacet {
  const facts: FacetFact[] = [];
  let more = false;
  const add = (path: string[], part: unknown) => {
    if (facts.length >= MOST_FACTS || path.length > MOST_DEPTH) {
      more = true;
    } else if (typeof part === 'object' && part !== null) {
      const inner = partsOf(part);
      more ||= inner.more;
      inner.parts.forEach(([name, inside]) => add([...path, name], inside));
    } else if (part !== null && part !== undefined && part !== '') {
      facts.push({ name: path.join(', '), value: String(part) });
    }
  };
  add([], value);
  return { facts, more };
}

/** What an object or a list is made of; a list of plain values is one of them. */
function partsOf(whole: object): { parts: [string, unknown][]; more: boolean } {
  if (!Array.isArray(whole)) {
    return {
      more: false,
      parts: Object.entries(whole)
        .filter(([key]) => !key.startsWith('_'))
        .map(([key, part]) => [words(key), plainList(part) ?? part]),
    };
  }
  return {
    more: whole.length > MOST_ITEMS,
    parts: whole
      .slice(0, MOST_ITEMS)
      .map((part: unknown, index) => [String(index + 1), part]),
  };
}

function plainList(part: unknown): string | undefined {
  const isPlain =
    Array.isArray(part) &&
    part.length <= MOST_ITEMS &&
    part.every(item => typeof item !== 'object' || item === null);
  return isPlain ? part.join(', ') : undefined;
}

/** `sourceCodeLocation` and `source_code` as people write them. */
export function words(key: string): string {
  const spaced = key
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ');
  const lower = spaced.toLocaleLowerCase('en-US');
  return lower.charAt(0).toLocaleUpperCase('en-US') + lower.slice(1);
}
