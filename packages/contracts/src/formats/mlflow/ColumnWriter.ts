import { Field } from '../../fields/Field';
import {
  FieldType,
  ObjectFieldType,
  ScalarFieldType,
  TensorFieldType,
} from '../../fields/FieldType';
import { noteLost } from '../exporting/noteLost';
import { FormatWalk } from '../FormatWalk';
import { pointerTo } from '../pointers';
import { NEAREST_COLUMN_TYPES, writeDtype } from './scalars';

export type WrittenSpec = Record<string, unknown>;

const HELD: readonly (keyof Field)[] = ['name', 'type', 'required', 'nullable'];

/** Writes the types of columns and tensors; pointers lead into the contract. */
export class ColumnWriter {
  readonly walk: FormatWalk;
  readonly #definitions: ReadonlyMap<string, FieldType>;
  /** Definitions that are being written: MLflow has no types that contain themselves. */
  readonly #inside = new Set<string>();

  constructor(walk: FormatWalk, definitions: ReadonlyMap<string, FieldType>) {
    this.walk = walk;
    this.#definitions = definitions;
  }

  write(type: FieldType, pointer: string): WrittenSpec {
    return this.walk.deeper(pointer, () => {
      switch (type.kind) {
        case 'scalar':
          return this.#writeScalar(type, pointer);
        case 'enum':
          noteLost(this.walk, type, ['kind', 'base'], pointer);
          return this.#writeScalar(
            { kind: 'scalar', type: type.base },
            pointer,
          );
        case 'object':
          noteOfObject(this.walk, type, pointer);
          return {
            type: 'object',
            properties: this.#writeProperties(type.fields, pointer),
          };
        case 'array':
          noteLost(this.walk, type, ['kind', 'items'], pointer);
          return {
            type: 'array',
            items: this.write(type.items, pointerTo(pointer, 'items')),
          };
        case 'map':
          noteLost(
            this.walk,
            { ...type, keys: type.keys === 'string' ? undefined : type.keys },
            ['kind', 'values'],
            pointer,
          );
          return {
            type: 'map',
            values: this.write(type.values, pointerTo(pointer, 'values')),
          };
        case 'vector':
          noteLost(this.walk, type, ['kind', 'dtype'], pointer);
          return {
            type: 'array',
            items: this.#writeScalar(
              { kind: 'scalar', type: type.dtype },
              pointer,
            ),
          };
        case 'ref':
          return this.#writeReference(type.name, pointer);
        case 'any':
          return { type: 'any' };
        default:
          return this.#any(`a type of the kind ${type.kind}`, pointer);
      }
    });
  }

  writeTensor(type: TensorFieldType, pointer: string): WrittenSpec {
    const dtype = writeDtype(type.dtype);
    if (!dtype.same) {
      this.#noteNearest(type.dtype, dtype.name, pointer);
    }
    const named = type.shape?.filter(size => typeof size === 'string');
    if (type.layout !== undefined || !type.shape || named?.length) {
      this.walk.note(
        pointer,
        'NOT_HELD',
        'A tensor of MLflow has a rank, and no layout and no names of dimensions.',
      );
    }
    return {
      type: 'tensor',
      'tensor-spec': {
        dtype: dtype.name,
        shape: (type.shape ?? [null]).map(size =>
          typeof size === 'number' ? size : -1,
        ),
      },
    };
  }

  /** What MLflow says of whether a field is there; see the importer. */
  writePresence(field: Field, pointer: string): { required: boolean } {
    noteLost(this.walk, field, HELD, pointer);
    if (field.required === field.nullable) {
      this.walk.note(
        pointer,
        'NULLABLE_NOT_HELD',
        'MLflow does not tell a value that may be null from one that may be absent.',
      );
    }
    return { required: field.required && !field.nullable };
  }

  #writeProperties(fields: readonly Field[], pointer: string): WrittenSpec {
    return Object.fromEntries(
      fields.map((field, index) => {
        const at = pointerTo(pointer, 'fields', index);
        const spec = this.write(field.type, pointerTo(at, 'type'));
        return [
          String(field.name),
          { ...spec, ...this.writePresence(field, at) },
        ];
      }),
    );
  }

  #writeScalar(type: ScalarFieldType, pointer: string): WrittenSpec {
    const { name, same } = NEAREST_COLUMN_TYPES[type.type];
    const unit = type.type === 'timestamp' && type.timeUnit !== 'ns';
    if (!same || unit) {
      this.#noteNearest(type.type, name, pointer);
    }
    noteLost(this.walk, type, ['kind', 'type', 'timeUnit'], pointer);
    return { type: name };
  }

  #writeReference(name: string, pointer: string): WrittenSpec {
    const type = this.#definitions.get(name);
    if (!type || this.#inside.has(name)) {
      return this.#any('a type that contains itself', pointer);
    }
    this.#inside.add(name);
    try {
      return this.write(type, pointer);
    } finally {
      this.#inside.delete(name);
    }
  }

  #any(what: string, pointer: string): WrittenSpec {
    this.walk.note(
      pointer,
      'WRITTEN_AS_ANY',
      `MLflow has no place for ${what}: it is written as any.`,
    );
    return { type: 'any' };
  }

  #noteNearest(type: string, name: string, pointer: string): void {
    this.walk.note(
      pointer,
      'WRITTEN_AS_NEAREST',
      `MLflow has no type for ${type}: it is written as ${name}.`,
    );
  }
}

/** MLflow passes over columns and properties that it does not list. */
export function noteOfObject(
  walk: FormatWalk,
  type: ObjectFieldType,
  pointer: string,
): void {
  const { unknown, ...rest } = type;
  noteLost(
    walk,
    { ...rest, ...(unknown !== 'ignore' && { unknown }) },
    ['kind', 'fields'],
    pointer,
  );
}
