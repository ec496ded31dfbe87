import { FieldType } from '../../fields/FieldType';
import { ContractFormatError } from '../ContractFormatError';
import { mapChildTypes } from '../importing/mapChildTypes';
import { quote } from '../importing/values';

interface NamedType {
  /** Absent while the type is being read, which it may refer to. */
  type?: FieldType;
  uses: number;
}

/**
 * The named types of one schema. All uses are references at first; types that
 * turn out to be used once come to stand where they are used.
 */
export class NamedTypes {
  readonly #types = new Map<string, NamedType>();

  define(name: string, pointer: string, read: () => FieldType): FieldType {
    if (this.#types.has(name)) {
      throw new ContractFormatError(
        pointer,
        `The name ${quote(name)} is given to two types.`,
      );
    }
    const named: NamedType = { uses: 1 };
    this.#types.set(name, named);
    named.type = read();
    return { kind: 'ref', name };
  }

  refer(name: string): FieldType | undefined {
    const named = this.#types.get(name);
    if (!named) {
      return undefined;
    }
    named.uses += 1;
    return { kind: 'ref', name };
  }

  /** The type as a port has it, with the definitions that it refers to. */
  resolve(root: FieldType): {
    schema: FieldType;
    definitions: { name: string; type: FieldType }[];
  } {
    const place = (type: FieldType): FieldType => {
      const named = type.kind === 'ref' && this.#types.get(type.name);
      if (named && named.type && named.uses === 1) {
        return mapChildTypes(named.type, place);
      }
      return mapChildTypes(type, place);
    };
    return {
      schema: place(root),
      definitions: [...this.#types].flatMap(([name, { type, uses }]) =>
        type && uses > 1 ? [{ name, type: mapChildTypes(type, place) }] : [],
      ),
    };
  }
}
