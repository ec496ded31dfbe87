import { FieldConstraints } from '../../fields/Field';
import {
  ArrayFieldType,
  FieldType,
  ScalarFieldType,
} from '../../fields/FieldType';
import { noteLost } from '../exporting/noteLost';
import { FormatWalk } from '../FormatWalk';
import { writeSqlType } from '../openLineage/writeSqlType';
import { pointerTo } from '../pointers';
import { JsonObject } from './Kept';
import { spellScalar } from './spellScalar';
import { writeOptions } from './writeOptions';

/** The keys of a property that say its type; the fields of objects are written by who calls. */
export interface WrittenType {
  logicalType?: string;
  logicalTypeOptions?: JsonObject;
  physicalType?: string;
  items?: JsonObject;
  /** The type as it was written, behind references. */
  type: FieldType;
}

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
    const { logicalType, options, physicalType, held } = spellScalar(type);
    if (type.type === 'bfloat16') {
      this.#walk.note(
        pointer,
        'WRITTEN_AS_NEAREST',
        'ODCS has no type for bfloat16: it is written as a number of 32 bits.',
      );
    }
    noteLost(this.#walk, type, ['kind', 'type', ...held], pointer);
    const said = writeOptions(constraints, logicalType, type);
    this.#noteConstraints(constraints, said.held, pointer);
    const all = { ...options, ...said.options };
    return {
      logicalType,
      ...(Object.keys(all).length > 0 && { logicalTypeOptions: all }),
      ...(physicalType !== undefined && { physicalType }),
      type,
    };
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
