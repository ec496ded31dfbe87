import { FieldConstraints } from '../../fields/Field';
import {
  ArrayFieldType,
  FieldType,
  ScalarFieldType,
} from '../../fields/FieldType';
import { Json } from '../../fields/json';
import { noteLost } from '../exporting/noteLost';
import { FormatWalk } from '../FormatWalk';
import { writeSqlType } from '../openLineage/writeSqlType';
import { pointerTo } from '../pointers';
import { JsonObject } from './Kept';
import { DIGITS } from './logicalTypes';

/** The keys of a property that say its type; the fields of objects are written by who calls. */
export interface WrittenType {
  logicalType?: string;
  logicalTypeOptions?: JsonObject;
  physicalType?: string;
  items?: JsonObject;
  /** The type as it was written, behind references. */
  type: FieldType;
}

const INTEGER_FORMATS: Readonly<Record<string, string>> = {
  int8: 'i8',
  int16: 'i16',
  int32: 'i32',
  uint8: 'u8',
  uint16: 'u16',
  uint32: 'u32',
  uint64: 'u64',
};

const CONSTRAINT_OPTIONS: Readonly<
  Partial<Record<keyof FieldConstraints, string>>
> = {
  min: 'minimum',
  max: 'maximum',
  exclusiveMin: 'exclusiveMinimum',
  exclusiveMax: 'exclusiveMaximum',
  multipleOf: 'multipleOf',
  minLength: 'minLength',
  maxLength: 'maxLength',
  pattern: 'pattern',
  format: 'format',
};

const NUMBER_CONSTRAINTS = [
  ...(['min', 'max', 'exclusiveMin', 'exclusiveMax', 'multipleOf'] as const),
] as const;
const TEXT_CONSTRAINTS = [
  ...(['minLength', 'maxLength', 'pattern', 'format'] as const),
] as const;

/** Writes the types of contracts as those of ODCS; pointers lead into the contract. */
export class TypeWriter {
  readonly #walk: FormatWalk;
  readonly #definitions: ReadonlyMap<string, FieldType>;
  readonly #writeFields: (type: FieldType, pointer: string) => JsonObject;
  /** Definitions that are being written: ODCS has no types that contain themselves. */
  readonly #inside = new Set<string>();

  constructor(
    walk: FormatWalk,
    definitions: ReadonlyMap<string, FieldType>,
    writeFields: (type: FieldType, pointer: string) => JsonObject,
  ) {
    this.#walk = walk;
    this.#definitions = definitions;
    this.#writeFields = writeFields;
  }

  /** The type with the keys that say it, given to the work so that references inside are not followed for ever. */
  write<T>(
    type: FieldType,
    constraints: FieldConstraints,
    pointer: string,
    work: (written: WrittenType) => T,
  ): T {
    return this.#walk.deeper(pointer, () => {
      if (type.kind !== 'ref') {
        return work(this.#writeType(type, constraints, pointer));
      }
      const target = this.#definitions.get(type.name);
      if (!target || this.#inside.has(type.name)) {
        return work(this.#untyped('a type that contains itself', pointer));
      }
      this.#inside.add(type.name);
      try {
        return this.write(target, constraints, pointer, work);
      } finally {
        this.#inside.delete(type.name);
      }
    });
  }

  #writeType(
    type: FieldType,
    constraints: FieldConstraints,
    pointer: string,
  ): WrittenType {
    switch (type.kind) {
      case 'scalar':
        return this.#writeScalar(type, constraints, pointer);
      case 'enum':
        noteLost(this.#walk, type, ['kind', 'base'], pointer);
        return this.#writeScalar(
          { kind: 'scalar', type: type.base },
          constraints,
          pointer,
        );
      case 'object':
        this.#noteConstraints(constraints, [], pointer);
        noteLost(
          this.#walk,
          {
            ...type,
            unknown: type.unknown === 'ignore' ? undefined : type.unknown,
          },
          ['kind', 'fields'],
          pointer,
        );
        return { logicalType: 'object', type };
      case 'array':
        this.#noteConstraints(constraints, [], pointer);
        return this.#writeArray(type, pointer);
      case 'vector':
      case 'tensor':
        noteLost(this.#walk, type, ['dtype'], pointer);
        return this.#writeArray(
          { kind: 'array', items: { kind: 'scalar', type: type.dtype } },
          pointer,
        );
      case 'map': {
        const physicalType = writeSqlType(type);
        if (physicalType === undefined) {
          this.#walk.note(
            pointer,
            'WRITTEN_AS_NEAREST',
            'ODCS has no place for a map like this: it is written as one of text to JSON.',
          );
        }
        return {
          logicalType: 'object',
          physicalType: physicalType ?? 'map<string,json>',
          type,
        };
      }
      case 'any':
        return { type };
      default:
        return this.#untyped(`a type of the kind ${type.kind}`, pointer);
    }
  }

  #untyped(what: string, pointer: string): WrittenType {
    this.#walk.note(
      pointer,
      'WRITTEN_WITHOUT_TYPE',
      `ODCS has no place for ${what}: it is written without a type.`,
    );
    return { type: { kind: 'any' } };
  }

  #writeScalar(
    type: ScalarFieldType,
    constraints: FieldConstraints,
    pointer: string,
  ): WrittenType {
    const { logicalType, options, physicalType, held } = this.#spell(
      type,
      pointer,
    );
    noteLost(this.#walk, type, ['kind', 'type', ...held], pointer);
    const all = {
      ...options,
      ...this.#writeConstraints(constraints, logicalType, type, pointer),
    };
    return {
      logicalType,
      ...(Object.keys(all).length > 0 && { logicalTypeOptions: all }),
      ...(physicalType !== undefined && { physicalType }),
      type,
    };
  }

  #spell(
    type: ScalarFieldType,
    pointer: string,
  ): {
    logicalType: string;
    options?: JsonObject;
    physicalType?: string;
    held: readonly (keyof ScalarFieldType)[];
  } {
    const { timeUnit } = type;
    const digits = timeUnit === undefined ? '' : `(${DIGITS[timeUnit]})`;
    switch (type.type) {
      case 'boolean':
      case 'date':
      case 'string':
        return { logicalType: type.type, held: [] };
      case 'json':
        return { logicalType: 'object', held: [] };
      case 'int64':
        return { logicalType: 'integer', held: [] };
      case 'float64':
        return { logicalType: 'number', held: [] };
      case 'float32':
        return { logicalType: 'number', options: { format: 'f32' }, held: [] };
      case 'float16':
        return { logicalType: 'number', physicalType: 'float16', held: [] };
      case 'bfloat16':
        this.#walk.note(
          pointer,
          'WRITTEN_AS_NEAREST',
          'ODCS has no type for bfloat16: it is written as a number of 32 bits.',
        );
        return { logicalType: 'number', options: { format: 'f32' }, held: [] };
      case 'decimal':
        return {
          logicalType: 'number',
          physicalType: writeSqlType(type) ?? 'decimal',
          held: type.precision === undefined ? [] : ['precision', 'scale'],
        };
      case 'uuid':
        return { logicalType: 'string', options: { format: 'uuid' }, held: [] };
      case 'bytes':
        return {
          logicalType: 'string',
          options: { format: 'binary' },
          held: [],
        };
      case 'duration':
        return { logicalType: 'string', physicalType: 'interval', held: [] };
      case 'time':
        return {
          logicalType: 'time',
          ...(digits !== '' && { physicalType: `time${digits}` }),
          held: ['timeUnit'],
        };
      case 'timestamp':
      case 'timestamptz':
        return {
          logicalType: 'timestamp',
          options: { timezone: type.type === 'timestamptz' },
          ...(digits !== '' && { physicalType: `timestamp${digits}` }),
          held: ['timeUnit'],
        };
      default:
        return {
          logicalType: 'integer',
          options: { format: INTEGER_FORMATS[type.type] },
          held: [],
        };
    }
  }

  #writeConstraints(
    constraints: FieldConstraints,
    logicalType: string,
    type: ScalarFieldType,
    pointer: string,
  ): JsonObject {
    const number = logicalType === 'number' || logicalType === 'integer';
    const places: readonly (keyof FieldConstraints)[] = number
      ? NUMBER_CONSTRAINTS
      : TEXT_CONSTRAINTS.filter(
          // The format is what makes the type.
          key => key !== 'format' || type.type === 'string',
        );
    const held = number || logicalType === 'string' ? places : [];
    this.#noteConstraints(constraints, held, pointer);
    return Object.fromEntries(
      held.flatMap((key): [string, Json][] => {
        const value = constraints[key];
        return value === undefined
          ? []
          : [[CONSTRAINT_OPTIONS[key] ?? key, value]];
      }),
    );
  }

  #noteConstraints(
    constraints: FieldConstraints,
    held: readonly string[],
    pointer: string,
  ): void {
    noteLost(this.#walk, constraints, [...held, 'unique'], pointer);
  }

  #writeArray(type: ArrayFieldType, pointer: string): WrittenType {
    noteLost(
      this.#walk,
      type,
      ['kind', 'items', 'nullableItems', 'minItems', 'maxItems', 'unique'],
      pointer,
    );
    const options = {
      ...(type.minItems !== undefined && { minItems: type.minItems }),
      ...(type.maxItems !== undefined && { maxItems: type.maxItems }),
      ...(type.unique && { uniqueItems: true }),
    };
    return {
      logicalType: 'array',
      ...(Object.keys(options).length > 0 && { logicalTypeOptions: options }),
      items: this.#writeItems(type, pointerTo(pointer, 'items')),
      type,
    };
  }

  #writeItems(
    { items, nullableItems }: ArrayFieldType,
    pointer: string,
  ): JsonObject {
    return this.write(items, {}, pointer, ({ type, ...parts }) => ({
      ...parts,
      ...(!nullableItems && { required: true }),
      ...this.#writeFields(type, pointer),
    }));
  }
}
