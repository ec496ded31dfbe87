import { JsonObject, JsonValue } from '@backstage/types';
import { Document, parseDocument } from 'yaml';
import { CardProblem } from './types';

const MAX_ALIASES = 100;
const MAX_DEPTH = 32;

/** Parses the YAML of a card, so that it can be changed in place. */
export function parseHeader(yaml: string): Document.Parsed {
  return parseDocument(yaml, { logLevel: 'error' });
}

/** Reads the YAML of a card; what is broken is a problem and no failure. */
export function readHeader(yaml: string): {
  metadata: JsonObject;
  problems: CardProblem[];
} {
  const nothing = (message: string) => ({
    metadata: {},
    problems: [{ path: '', message }],
  });
  try {
    const document = parseHeader(yaml);
    const [error] = document.errors;
    if (error) {
      const [summary] = error.message.split(/ at line |\n/);
      const line = error.linePos?.[0].line;
      return nothing(
        `The metadata is not YAML: ${summary}${line ? ` in its line ${line}` : ''}. Nothing of it is read.`,
      );
    }
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    if (value === null || value === undefined) {
      return { metadata: {}, problems: [] };
    }
    if (typeof value !== 'object' || Array.isArray(value)) {
      return nothing(
        'The metadata has to be keys with values. Nothing of it is read.',
      );
    }
    const problems: CardProblem[] = [];
    const metadata = toJson(value, '', problems, 0) as JsonObject;
    return { metadata, problems };
  } catch (error) {
    // Aliases that multiply and nesting without end are told by throwing.
    if (error instanceof ReferenceError || error instanceof RangeError) {
      return nothing(
        `The metadata repeats or nests itself too often: ${error.message}. Nothing of it is read.`,
      );
    }
    throw error;
  }
}

/** A copy that JSON can hold; other values, such as `.nan`, are left out with a problem. */
function toJson(
  value: unknown,
  path: string,
  problems: CardProblem[],
  depth: number,
): JsonValue | undefined {
  if (depth > MAX_DEPTH) {
    problems.push({
      path,
      message: `This is nested deeper than ${MAX_DEPTH} levels, and is left out.`,
    });
    return undefined;
  }
  if (Array.isArray(value)) {
    return value.map(
      (item, index) =>
        toJson(item, join(path, index), problems, depth + 1) ?? null,
    );
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        toJson(item, join(path, key), problems, depth + 1),
      ]),
    );
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    problems.push({ path, message: `${value} is no number that can be kept.` });
    return undefined;
  }
  return value as JsonValue;
}

function join(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}/${key}`;
}
