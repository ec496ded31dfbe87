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
  readCount,
  readString,
  readStrings,
} from '../importing/values';
import { pointerTo } from '../pointers';
import { branchLabel } from './branchLabel';
import { applyLogicalType } from './logicalTypes';
import { NamedTypes } from './NamedTypes';
import { namespaceOf, toFullName } from './names';
import { readEnum } from './readEnum';
import { readFields } from './readFields';

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
            fields: readFields(schema, pointer, this.#walk, (type, at) =>
              this.read(type, at, namespaceOf(name)),
            ),
            // A reader passes over what the writer has and it has not.
            unknown: 'ignore',
            ...names,
          };
      }
    });
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
