import { Field } from '../../fields/Field';
import {
  ArrayFieldType,
  EnumFieldType,
  FieldType,
  MapFieldType,
  ObjectFieldType,
  ScalarFieldType,
  TensorFieldType,
  UnionFieldType,
} from '../../fields/FieldType';
import { FormatWalk } from '../FormatWalk';
import { noteLost } from '../exporting/noteLost';
import { NullableType } from '../importing/unions';
import { pointerTo } from '../pointers';
import { SCALAR_SCHEMAS } from './scalarSchemas';
import { writeField } from './writeField';

/** A schema of ours is always an object, so that keywords can be added to it. */
export type WrittenSchema = Record<string, unknown>;

const NOTHING: WrittenSchema = { not: {} };

/** Writes types as JSON Schema; pointers lead into the port. */
export class SchemaWriter {
  readonly walk: FormatWalk;

  constructor(walk: FormatWalk) {
    this.walk = walk;
  }

  write(type: FieldType, pointer: string): WrittenSchema {
    return this.walk.deeper(pointer, () => this.#write(type, pointer));
  }

  writeNullable(
    { type, nullable }: NullableType,
    pointer: string,
  ): WrittenSchema {
    const schema = this.write(type, pointer);
    if ((type.kind === 'any' || type.kind === 'null') && !nullable) {
      this.walk.note(
        pointer,
        'NULLABLE_NOT_HELD',
        'Any value, and null itself, may be null in JSON Schema.',
      );
    }
    return nullable ? orNull(schema) : schema;
  }

  #write(type: FieldType, pointer: string): WrittenSchema {
    switch (type.kind) {
      case 'scalar':
        return this.#writeScalar(type, pointer);
      case 'enum':
        return this.#writeEnum(type, pointer);
      case 'object':
        return this.#writeObject(type, pointer);
      case 'map':
        return this.#writeMap(type, pointer);
      case 'array':
        return this.#writeArray(type, pointer);
      case 'union':
        return this.#writeUnion(type, pointer);
      case 'tensor':
        return this.#writeTensor(type, pointer);
      case 'vector': {
        const { dtype, length, ...others } = type;
        noteLost(this.walk, { vector: true, ...others }, ['kind'], pointer);
        return {
          type: 'array',
          items: this.#writeScalar({ kind: 'scalar', type: dtype }, pointer),
          ...(length !== undefined && { minItems: length, maxItems: length }),
        };
      }
      case 'ref':
        return { $ref: `#/$defs/${encodeURIComponent(escape(type.name))}` };
      case 'opaque':
        this.walk.note(
          pointer,
          'NOT_INTERPRETED',
          'A type that could not be interpreted is written as any.',
        );
        return {};
      case 'null':
        return { type: 'null' };
      case 'never':
        return NOTHING;
      default:
        return {};
    }
  }

  #writeScalar(type: ScalarFieldType, pointer: string): WrittenSchema {
    const { lost, ...schema } = SCALAR_SCHEMAS[type.type];
    const { kind, type: name, ...others } = type;
    noteLost(
      this.walk,
      lost ? { [name]: kind, ...others } : others,
      [],
      pointer,
    );
    return { ...schema };
  }

  #writeEnum(type: EnumFieldType, pointer: string): WrittenSchema {
    const { base, symbols } = type;
    noteLost(this.walk, type, ['kind', 'base', 'symbols'], pointer);
    const schema =
      base === 'json'
        ? {}
        : this.#writeScalar({ kind: 'scalar', type: base }, pointer);
    return { ...schema, enum: [...symbols] };
  }

  #writeObject(type: ObjectFieldType, pointer: string): WrittenSchema {
    noteLost(this.walk, type, ['kind', 'fields', 'unknown'], pointer);
    const named = type.fields.map((field: Field, index) => ({
      name: String(field.name),
      required: field.required,
      schema: writeField(this, field, pointerTo(pointer, 'fields', index)),
    }));
    const required = named.filter(field => field.required);
    return {
      type: 'object',
      properties: Object.fromEntries(
        named.map(({ name, schema }) => [name, schema]),
      ),
      ...(required.length > 0 && {
        required: required.map(({ name }) => name),
      }),
      ...(type.unknown !== 'unspecified' && {
        additionalProperties: type.unknown === 'ignore',
      }),
    };
  }

  #writeMap(type: MapFieldType, pointer: string): WrittenSchema {
    if (type.keys !== 'string') {
      this.walk.note(
        pointer,
        'KEYS_AS_TEXT',
        `Keys of JSON are text, and these are ${type.keys}.`,
      );
    }
    return {
      type: 'object',
      additionalProperties: this.writeNullable(
        { type: type.values, nullable: type.nullableValues ?? false },
        pointerTo(pointer, 'values'),
      ),
    };
  }

  #writeArray(type: ArrayFieldType, pointer: string): WrittenSchema {
    const { minItems, maxItems, unique, tuple } = type;
    return {
      type: 'array',
      ...(tuple && {
        prefixItems: tuple.map((item, index) =>
          this.write(item, pointerTo(pointer, 'tuple', index)),
        ),
      }),
      items: this.writeNullable(
        { type: type.items, nullable: type.nullableItems ?? false },
        pointerTo(pointer, 'items'),
      ),
      ...(minItems !== undefined && { minItems }),
      ...(maxItems !== undefined && { maxItems }),
      ...(unique && { uniqueItems: true }),
    };
  }

  #writeUnion(type: UnionFieldType, pointer: string): WrittenSchema {
    const branches = type.of.map((branch, index) =>
      this.write(branch, pointerTo(pointer, 'of', index)),
    );
    const plain = branches.map(plainType);
    if (branches.length === 0) {
      return NOTHING;
    }
    if (branches.length === 1 || type.of.some(({ kind }) => kind === 'any')) {
      this.walk.note(
        pointer,
        'UNION_NOT_HELD',
        'A union of one type is that type in JSON Schema, and one with any admits null.',
      );
    }
    return plain.every(name => name !== undefined) &&
      new Set(plain).size === plain.length
      ? { type: plain }
      : { anyOf: branches };
  }

  #writeTensor(type: TensorFieldType, pointer: string): WrittenSchema {
    noteLost(this.walk, { tensor: true, layout: type.layout }, [], pointer);
    if (!type.shape) {
      return { type: 'array' };
    }
    const item = this.#writeScalar(
      { kind: 'scalar', type: type.dtype },
      pointer,
    );
    return type.shape.reduceRight<WrittenSchema>((items, size) => {
      const fixed = typeof size === 'number';
      return {
        type: 'array',
        items,
        ...(fixed && { minItems: size, maxItems: size }),
      };
    }, item);
  }
}

function escape(name: string): string {
  return pointerTo('', name).slice(1);
}

/** The type of a schema that says nothing else. */
function plainType(schema: WrittenSchema): string | undefined {
  return Object.keys(schema).length === 1 && typeof schema.type === 'string'
    ? schema.type
    : undefined;
}

function orNull(schema: WrittenSchema): WrittenSchema {
  const { type, enum: symbols, anyOf } = schema;
  if (type === 'null' || Object.keys(schema).length === 0) {
    return schema;
  }
  if (Array.isArray(anyOf)) {
    return { anyOf: [...anyOf, { type: 'null' }] };
  }
  if (type === undefined && symbols === undefined) {
    return { anyOf: [schema, { type: 'null' }] };
  }
  return {
    ...schema,
    ...(type !== undefined && { type: [type, 'null'].flat() }),
    ...(Array.isArray(symbols) && { enum: [...symbols, null] }),
  };
}
