import {
  Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  YAMLParseError,
} from 'yaml';
import { CliError } from '../CliError';

/** A place in a file, counted from 1. */
export interface SourcePlace {
  line: number;
  column: number;
}

/** Of YAML: how often things may be repeated by aliases before it is an attack. */
const MAX_ALIASES = 100;

/** A file of YAML or JSON: its value, and where in the text each part stands. */
export class SourceDocument {
  readonly path: string;
  readonly value: unknown;
  readonly #text: string;
  #parsed?: { document: Document; lines: LineCounter };

  static parse(path: string, text: string): SourceDocument {
    return new SourceDocument(path, text);
  }

  private constructor(path: string, text: string) {
    this.path = path;
    this.#text = text;
    this.value = this.#readValue();
  }

  /** The place that a JSON Pointer leads to, or the nearest one around it. */
  locate(pointer: string): SourcePlace {
    const { document, lines } = this.#parse();
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const key of keysOf(pointer)) {
      const value = isAlias(node) ? node.resolve(document) : node;
      const next = child(value, key);
      if (!next) {
        break;
      }
      offset = startOf(next.at) ?? offset;
      node = next.node;
    }
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  #readValue(): unknown {
    if (/^\s*[[{]/.test(this.#text)) {
      try {
        return JSON.parse(this.#text);
      } catch {
        // Not JSON, and still it may be YAML, which also tells where it is wrong.
      }
    }
    const { document } = this.#parse();
    const [error] = document.errors;
    if (error) {
      throw new CliError(describeError(this.path, error));
    }
    try {
      return document.toJS({ maxAliasCount: MAX_ALIASES });
    } catch (error_) {
      if (error_ instanceof ReferenceError) {
        throw new CliError(
          `${this.path} repeats itself too often by aliases: ${error_.message}.`,
        );
      }
      throw error_;
    }
  }

  #parse() {
    if (!this.#parsed) {
      const lines = new LineCounter();
      const document = parseDocument(this.#text, {
        lineCounter: lines,
        logLevel: 'error',
      });
      this.#parsed = { document, lines };
    }
    return this.#parsed;
  }
}

function keysOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(key => key.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function child(
  value: unknown,
  key: string,
): { at: unknown; node: unknown } | undefined {
  if (isMap(value)) {
    const pair = value.items.find(
      item => isScalar(item.key) && String(item.key.value) === key,
    );
    return pair && { at: pair.key, node: pair.value };
  }
  const item = isSeq(value) ? value.items[Number(key)] : undefined;
  return item === undefined ? undefined : { at: item, node: item };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function describeError(path: string, error: YAMLParseError): string {
  if (error.code === 'MULTIPLE_DOCS') {
    return `${path} holds several documents; give each a file of its own.`;
  }
  if (/call stack/.test(error.message)) {
    return `${path} is nested too deeply.`;
  }
  const [start] = error.linePos ?? [];
  const place = start ? `${path}:${start.line}:${start.col}` : path;
  // The place and an excerpt of the text follow.
  const [message] = error.message.split(/ at line |\n/);
  return `${place} is not YAML: ${message}`;
}
