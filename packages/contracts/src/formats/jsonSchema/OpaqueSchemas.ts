import { canonicalJson } from '../../canonical/canonicalJson';
import { OpaqueFieldType } from '../../fields/FieldType';
import { sha256 } from '../hashing/sha256';
import { FormatWalk } from '../FormatWalk';
import { isParsedObject, readJson } from '../importing/values';
import { refsOf, SchemaReference, SchemaReferences } from './references';

const CHARACTERS_PER_STEP = 500;

/** Schemas that are only compared with themselves, and with all that they refer to. */
export class OpaqueSchemas {
  readonly #references: SchemaReferences;
  readonly #walk: FormatWalk;
  /** By target: many opaque schemas may refer to the same large one. */
  readonly #targets = new Map<string, { hash: string; refs: Set<string> }>();

  constructor(references: SchemaReferences, walk: FormatWalk) {
    this.#references = references;
    this.#walk = walk;
  }

  read(schema: unknown, pointer: string): OpaqueFieldType {
    const reached = new Map<string, string>();
    const left = [...refsIn(schema)];
    for (let ref = left.pop(); ref !== undefined; ref = left.pop()) {
      const found = this.#references.find(ref, pointer);
      if (found && !reached.has(found.target)) {
        this.#walk.spend(pointer, 1);
        const { hash, refs } = this.#readTarget(found);
        reached.set(found.target, hash);
        refs.forEach(next => left.push(next));
      }
    }
    const targets = [...reached].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      kind: 'opaque',
      format: 'json-schema',
      hash: this.#hash([schema, targets], pointer),
    };
  }

  #readTarget({ target, schema }: SchemaReference) {
    const known = this.#targets.get(target);
    if (known) {
      return known;
    }
    const read = { hash: this.#hash(schema, target), refs: refsIn(schema) };
    this.#targets.set(target, read);
    return read;
  }

  #hash(value: unknown, pointer: string): string {
    const text = canonicalJson(readJson(value, pointer));
    this.#walk.spend(pointer, Math.ceil(text.length / CHARACTERS_PER_STEP));
    return sha256(text);
  }
}

/** Every reference at any depth, each once. */
function refsIn(schema: unknown): Set<string> {
  const refs = new Set<string>();
  const left: unknown[] = [schema];
  while (left.length > 0) {
    const value = left.pop();
    if (Array.isArray(value)) {
      value.forEach(item => left.push(item));
    } else if (isParsedObject(value)) {
      Object.values(value).forEach(item => left.push(item));
      refsOf(value).forEach(({ ref }) => refs.add(ref));
    }
  }
  return refs;
}
