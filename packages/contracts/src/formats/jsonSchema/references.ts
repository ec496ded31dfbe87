import { ContractFormatError } from '../ContractFormatError';
import { isParsedObject, own, ParsedObject, quote } from '../importing/values';
import { pointerKeys } from '../pointers';

/** A place in the document that a `$ref` names. */
export interface SchemaReference {
  /** JSON Pointer into the document. */
  target: string;
  schema: unknown;
}

/** Finds what a `$ref` names inside of the document; nothing for what is outside, or named by an anchor. */
export function findReference(
  document: unknown,
  ref: string,
  pointer: string,
): SchemaReference | undefined {
  const target = localPointer(document, ref);
  if (target === undefined) {
    return undefined;
  }
  const schema = valueAt(document, pointerKeys(target));
  if (schema === undefined) {
    throw new ContractFormatError(
      pointer,
      `The document has nothing at ${quote(ref)}.`,
    );
  }
  return { target, schema };
}

/** The value that keys lead to; nothing where there is none. */
export function valueAt(document: unknown, keys: readonly string[]): unknown {
  return keys.reduce(step, document);
}

function localPointer(document: unknown, ref: string): string | undefined {
  const [address, fragment = ''] = ref.split('#', 2);
  const id = isParsedObject(document) ? own(document, '$id') : undefined;
  if (address !== '' && address !== id) {
    return undefined;
  }
  const pointer = decode(fragment);
  return pointer === '' || pointer?.startsWith('/') ? pointer : undefined;
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

/** The `$ref` of a schema, when it has one that is text. */
export function refOf(schema: unknown): string | undefined {
  const ref = isParsedObject(schema) ? own(schema, '$ref') : undefined;
  return typeof ref === 'string' ? ref : undefined;
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
