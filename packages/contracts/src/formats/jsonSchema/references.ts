import { ContractFormatError } from '../ContractFormatError';
import { isParsedObject, own, ParsedObject, quote } from '../importing/values';
import { pointerKeys } from '../pointers';
import { findAnchors } from './anchors';

/** A place in the document that a reference names. */
export interface SchemaReference {
  /** JSON Pointer into the document. */
  target: string;
  schema: unknown;
}

/** Finds what references name inside of one document. */
export class SchemaReferences {
  readonly #document: unknown;
  #anchors?: ReadonlyMap<string, string>;

  constructor(document: unknown) {
    this.#document = document;
  }

  /** What a reference names; nothing for what is outside, or has a name that nothing here has. */
  find(ref: string, pointer: string): SchemaReference | undefined {
    const target = this.#targetOf(ref);
    if (target === undefined) {
      return undefined;
    }
    const schema = valueAt(this.#document, pointerKeys(target));
    if (schema === undefined) {
      throw new ContractFormatError(
        pointer,
        `The document has nothing at ${quote(ref)}.`,
      );
    }
    return { target, schema };
  }

  #targetOf(ref: string): string | undefined {
    const fragment = localFragment(this.#document, ref);
    if (fragment === undefined || fragment === '' || fragment.startsWith('/')) {
      return fragment;
    }
    this.#anchors ??= findAnchors(this.#document);
    return this.#anchors.get(fragment);
  }
}

/** The value that keys lead to; nothing where there is none. */
export function valueAt(document: unknown, keys: readonly string[]): unknown {
  return keys.reduce(step, document);
}

function localFragment(document: unknown, ref: string): string | undefined {
  const [address, fragment = ''] = ref.split('#', 2);
  const id = isParsedObject(document) ? own(document, '$id') : undefined;
  if (address !== '' && address !== id) {
    return undefined;
  }
  return decode(fragment);
}

function decode(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // Not percent-encoded as a URI has to be: it names nothing here.
    return undefined;
  }
}

function step(value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    return /^\d+$/.test(key) ? value[Number(key)] : undefined;
  }
  return isParsedObject(value) ? own(value, key) : undefined;
}

/**
 * Keywords that refer to a schema. Within one document the dynamic ones lead
 * where `$ref` leads, because no other document comes before it.
 */
export const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'] as const;

/** All references of a schema that are text, the one that is followed first in front. */
export function refsOf(
  schema: unknown,
): { keyword: (typeof REFERENCES)[number]; ref: string }[] {
  return REFERENCES.flatMap(keyword => {
    const ref = isParsedObject(schema) ? own(schema, keyword) : undefined;
    return typeof ref === 'string' ? [{ keyword, ref }] : [];
  });
}

/** The reference of a schema that is followed first. */
export function refOf(schema: unknown): string | undefined {
  return refsOf(schema)[0]?.ref;
}

const DEFINITION = /^\/(?:\$defs|definitions)\/([^/]*)$/;

/**
 * Gives each target a name that a person knows it by: the key of a definition,
 * and the pointer itself for other places, or where two keys are equal.
 */
export class ReferenceNames {
  readonly #byTarget = new Map<string, string>();
  readonly #taken = new Set<string>();

  nameOf(target: string): string {
    const known = this.#byTarget.get(target);
    if (known !== undefined) {
      return known;
    }
    const key = DEFINITION.exec(target)?.[1];
    const [short] = key === undefined ? [] : pointerKeys(`/${key}`);
    const name = short && !this.#taken.has(short) ? short : `#${target}`;
    this.#byTarget.set(target, name);
    this.#taken.add(name);
    return name;
  }
}

/** Whether a schema before 2019-09, in which `$ref` hides what stands beside it. */
export function hidesSiblings(document: ParsedObject): boolean {
  const dialect = own(document, '$schema');
  return typeof dialect === 'string' && /draft-0[3-7]/.test(dialect);
}
