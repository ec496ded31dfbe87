import { FieldType, ReferenceFieldType } from '../../fields/FieldType';
import { isCircular } from '../../fields/isCircular';
import { ContractFormatError } from '../ContractFormatError';
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

  /**
   * Reads what was referred to, and what that refers to in turn. Throws
   * ContractFormatError for what refers to itself without saying anything.
   */
  readAll(
    read: (reference: SchemaReference) => FieldType,
  ): { name: string; type: FieldType }[] {
    const types = new Map<string, FieldType>();
    // A map visits what is added to it on the way.
    for (const [name, reference] of this.#found) {
      types.set(name, read(reference));
    }
    for (const [name, { target }] of this.#found) {
      if (isCircular(name, types)) {
        throw new ContractFormatError(
          target,
          'This refers to nothing but itself.',
        );
      }
    }
    return Array.from(types, ([name, type]) => ({ name, type }));
  }
}
