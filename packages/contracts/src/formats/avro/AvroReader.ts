import { Field } from '../../fields/Field';
import { FieldType, ScalarFieldType } from '../../fields/FieldType';
import { ScalarType } from '../../fields/scalars';
import { ContractFormatError } from '../ContractFormatError';
import { FormatWalk } from '../FormatWalk';
import { NullableType, unionOf } from '../importing/unions';
import {
  isParsedObject,
  own,
  ParsedObject,
  quote,
  readArray,
  readCount,
  readJson,
  readObject,
  readString,
  readStrings,
} from '../importing/values';
import { pointerTo } from '../pointers';
import { branchLabel } from './branchLabel';
import { applyLogicalType } from './logicalTypes';
import { NamedTypes } from './NamedTypes';
import { checkName, namespaceOf, toFullName } from './names';
import { readEnum } from './readEnum';

const PRIMITIVES = new Map<string, ScalarType>([
  ['boolean', 'boolean'],
  ['int', 'int32'],
  ['long', 'int64'],
  ['float', 'float32'],
  ['double', 'float64'],
  ['bytes', 'bytes'],
  ['string', 'string'],
]);

/** Reads the types of one Avro schema; each method takes the place it reads from. */
export class AvroReader {
  readonly names = new NamedTypes();
  readonly #walk: FormatWalk;

  constructor(walk: FormatWalk) {
    this.#walk = walk;
  }

  read(schema: unknown, pointer: string, namespace: string): NullableType {
    return this.#walk.deeper(pointer, () => {
      if (typeof schema === 'string') {
        return this.#readName(schema, pointer, namespace);
      }
      if (Array.isArray(schema)) {
        return this.#readUnion(schema, pointer, namespace);
      }
      if (isParsedObject(schema)) {
        return this.#readComplex(schema, pointer, namespace);
      }
      throw new ContractFormatError(
        pointer,
        `A schema is a name, an object or an array, and this is ${quote(
          schema,
        )}.`,
      );
    });
  }

  #readName(name: string, pointer: string, namespace: string): NullableType {
    const scalar = PRIMITIVES.get(name);
    if (scalar) {
      return { type: { kind: 'scalar', type: scalar }, nullable: false };
    }
    if (name === 'null') {
      return { type: { kind: 'null' }, nullable: true };
    }
    const type =
      this.names.refer(toFullName(name, namespace, pointer)) ??
      // Before namespaces were inherited, plain names were global.
      this.names.refer(name);
    if (!type) {
      throw new ContractFormatError(
        pointer,
        `There is no type ${quote(name)} before this place.`,
      );
    }
    return { type, nullable: false };
  }

  #readUnion(
    branches: readonly unknown[],
    pointer: string,
    namespace: string,
  ): NullableType {
    const seen = new Set<string>();
    return unionOf(
      branches.map((branch, index) => {
        const place = pointerTo(pointer, index);
        if (Array.isArray(branch)) {
          throw new ContractFormatError(
            place,
            'A union may not contain a union.',
          );
        }
        const label = branchLabel(branch, namespace);
        if (label !== undefined && seen.has(label)) {
          throw new ContractFormatError(
            place,
            `The union has two branches of type ${quote(label)}.`,
          );
        }
        seen.add(label ?? '');
        return this.read(branch, place, namespace);
      }),
    );
  }

  #readComplex(
    schema: ParsedObject,
    pointer: string,
    namespace: string,
  ): NullableType {
    const inside = pointerTo(pointer, 'type');
    const kind = own(schema, 'type');
    if (typeof kind !== 'string') {
      return this.read(kind, inside, namespace);
    }
    switch (kind) {
      case 'record':
      case 'error':
      case 'enum':
      case 'fixed':
        return {
          type: this.#readNamed(kind, schema, pointer, namespace),
          nullable: false,
        };
      case 'array': {
        const items = this.#readPart('items', schema, pointer, namespace);
        return {
          type: {
            kind: 'array',
            items: items.type,
            ...(items.nullable && { nullableItems: true }),
          },
          nullable: false,
        };
      }
      case 'map': {
        const values = this.#readPart('values', schema, pointer, namespace);
        return {
          type: {
            kind: 'map',
            keys: 'string',
            values: values.type,
            ...(values.nullable && { nullableValues: true }),
          },
          nullable: false,
        };
      }
      default: {
        const { type, nullable } = this.#readName(kind, inside, namespace);
        return {
          type:
            type.kind === 'scalar'
              ? applyLogicalType(type, kind, schema, pointer, this.#walk)
              : type,
          nullable,
        };
      }
    }
  }

  #readPart(
    key: string,
    schema: ParsedObject,
    pointer: string,
    namespace: string,
  ): NullableType {
    return this.read(own(schema, key), pointerTo(pointer, key), namespace);
  }

  #readNamed(
    kind: 'record' | 'error' | 'enum' | 'fixed',
    schema: ParsedObject,
    pointer: string,
    outer: string,
  ): FieldType {
    const space = own(schema, 'namespace');
    const name = toFullName(
      readString(own(schema, 'name'), pointerTo(pointer, 'name')),
      space === undefined || space === null
        ? outer
        : readString(space, pointerTo(pointer, 'namespace')),
      pointerTo(pointer, 'name'),
    );
    const names = { name, ...readAliases(schema, pointer, namespaceOf(name)) };
    return this.names.define(name, pointer, () => {
      switch (kind) {
        case 'enum':
          return { ...readEnum(schema, pointer), ...names };
        case 'fixed': {
          const fixedSize = readCount(
            own(schema, 'size'),
            pointerTo(pointer, 'size'),
          );
          const bytes: ScalarFieldType = {
            ...{ kind: 'scalar', type: 'bytes', fixedSize },
            ...names,
          };
          return applyLogicalType(bytes, kind, schema, pointer, this.#walk);
        }
        default:
          return {
            kind: 'object',
            fields: this.#readFields(schema, pointer, namespaceOf(name)),
            // A reader passes over what the writer has and it has not.
            unknown: 'ignore',
            ...names,
          };
      }
    });
  }

  #readFields(
    schema: ParsedObject,
    pointer: string,
    namespace: string,
  ): Field[] {
    const place = pointerTo(pointer, 'fields');
    const seen = new Set<string>();
    return readArray(own(schema, 'fields'), place).map((value, index) => {
      const at = pointerTo(place, index);
      this.#walk.countField(at);
      const field = this.#readField(readObject(value, at), at, namespace);
      if (seen.has(String(field.name))) {
        throw new ContractFormatError(
          at,
          `The record has two fields with the name ${quote(field.name)}.`,
        );
      }
      seen.add(String(field.name));
      return field;
    });
  }

  #readField(schema: ParsedObject, pointer: string, namespace: string): Field {
    const place = pointerTo(pointer, 'name');
    const name = checkName(readString(own(schema, 'name'), place), place);
    const { type, nullable } = this.#readPart(
      'type',
      schema,
      pointer,
      namespace,
    );
    const aliases = own(schema, 'aliases');
    const doc = own(schema, 'doc');
    return {
      name,
      ...(aliases !== undefined && {
        aliases: readStrings(aliases, pointerTo(pointer, 'aliases')),
      }),
      type,
      required: true,
      nullable,
      ...this.#readDefault(schema, pointer),
      ...(typeof doc === 'string' && { description: doc }),
    };
  }

  #readDefault(schema: ParsedObject, pointer: string): Pick<Field, 'default'> {
    const place = pointerTo(pointer, 'default');
    const value = own(schema, 'default');
    if (value === undefined) {
      return {};
    }
    const type = own(schema, 'type');
    const first = Array.isArray(type) ? type[0] : type;
    if (Array.isArray(type) && (value === null) !== (first === 'null')) {
      this.#walk.note(
        place,
        'DEFAULT_OF_OTHER_BRANCH',
        'The default is not of the first branch of the union; before Avro 1.12 readers refuse it.',
      );
    }
    return { default: { value: readJson(value, place) } };
  }
}

function readAliases(
  schema: ParsedObject,
  pointer: string,
  namespace: string,
): { aliases?: string[] } {
  const place = pointerTo(pointer, 'aliases');
  const aliases = own(schema, 'aliases');
  return aliases === undefined
    ? {}
    : {
        aliases: readStrings(aliases, place).map(alias =>
          toFullName(alias, namespace, place),
        ),
      };
}
