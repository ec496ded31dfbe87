import { FieldType, ReferenceFieldType } from '../../fields/FieldType';
import { ReferenceNames, SchemaReference } from './references';

/** The places of a document that are referred to, each read once. */
export class Definitions {
  readonly #names = new ReferenceNames();
  readonly #found = new Map<string, SchemaReference>();

  refer(reference: SchemaReference): ReferenceFieldType {
    const name = this.#names.nameOf(reference.target);
    this.#found.set(name, reference);
    return { kind: 'ref', name };
  }

  /** Reads what was referred to, and what that refers to in turn. */
  readAll(
    read: (reference: SchemaReference) => FieldType,
  ): { name: string; type: FieldType }[] {
    // A map visits what is added to it on the way.
    return Array.from(this.#found, ([name, reference]) => ({
      name,
      type: read(reference),
    }));
  }
}
