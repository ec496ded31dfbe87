import { Field } from '../../fields/Field';
import { FieldType, ObjectFieldType } from '../../fields/FieldType';
import { ScalarType } from '../../fields/scalars';
import { noteLost } from '../exporting/noteLost';
import { FormatWalk } from '../FormatWalk';
import { pointerTo } from '../pointers';
import type { OpenLineageField } from './exportOpenLineageSchema';
import { writeSqlType } from './writeSqlType';

type Written = Pick<OpenLineageField, 'type' | 'fields'>;

const HELD: readonly (keyof Field)[] = [
  ...(['name', 'type', 'required', 'nullable', 'description'] as const),
];

/** Writes fields as the facet has them; pointers lead into the port. */
export class FacetWriter {
  readonly #walk: FormatWalk;
  readonly #definitions: ReadonlyMap<string, FieldType>;
  /** Definitions that are being written: the facet has no types that contain themselves. */
  readonly #inside = new Set<string>();

  constructor(walk: FormatWalk, definitions: ReadonlyMap<string, FieldType>) {
    this.#walk = walk;
    this.#definitions = definitions;
  }

  writeFields(type: ObjectFieldType, pointer: string): OpenLineageField[] {
    noteLost(
      this.#walk,
      {
        ...type,
        unknown: type.unknown === 'ignore' ? undefined : type.unknown,
      },
      ['kind', 'fields'],
      pointer,
    );
    return type.fields.map((field, index) =>
      this.writeField(field, pointerTo(pointer, 'fields', index)),
    );
  }

  writeField(field: Field, pointer: string): OpenLineageField {
    const { constraints, description, nullable, required } = field;
    const type = pointerTo(pointer, 'type');
    const size = this.#sizeOf(field);
    noteLost(
      this.#walk,
      {
        ...field,
        constraints:
          size !== undefined && Object.keys(constraints ?? {}).length === 1
            ? undefined
            : constraints,
      },
      HELD,
      pointer,
    );
    if (!required) {
      this.#walk.note(
        pointer,
        'PRESENCE_NOT_HELD',
        'A column is always there: OpenLineage does not tell one that may be absent.',
      );
    }
    const written = this.#write(field.type, type);
    const isNested = written.fields !== undefined;
    if (isNested) {
      this.#noteNullable(nullable, pointer);
    }
    return {
      name: String(field.name),
      ...written,
      type: `${size ?? written.type}${nullable || isNested ? '' : ' not null'}`,
      ...(description !== undefined && description !== '' && { description }),
    };
  }

  /** A type with its longest length, where it has a place for one. */
  #sizeOf({ type, constraints }: Field): string | undefined {
    const size = constraints?.maxLength;
    if (size === undefined || type.kind !== 'scalar') {
      return undefined;
    }
    const plain = writeSqlType(type);
    if (plain === 'string') {
      return `varchar(${size})`;
    }
    return plain === 'binary' ? `varbinary(${size})` : undefined;
  }

  #write(type: FieldType, pointer: string): Written {
    return this.#walk.deeper(pointer, () => {
      const text = writeSqlType(type);
      if (text !== undefined) {
        return { type: text };
      }
      switch (type.kind) {
        case 'object':
          return {
            type: 'struct',
            fields: this.writeFields(type, pointer),
          };
        case 'array':
          noteLost(
            this.#walk,
            { ...type, nullableItems: undefined },
            ['kind', 'items'],
            pointer,
          );
          this.#noteNullable(type.nullableItems, pointer);
          return {
            type: 'array',
            fields: [
              this.#part(
                '_element',
                type.items,
                true,
                pointerTo(pointer, 'items'),
              ),
            ],
          };
        case 'map':
          this.#noteNullable(type.nullableValues, pointer);
          return {
            type: 'map',
            fields: [
              this.#part(
                'key',
                { kind: 'scalar', type: type.keys },
                false,
                pointer,
              ),
              this.#part(
                'value',
                type.values,
                Boolean(type.nullableValues),
                pointerTo(pointer, 'values'),
              ),
            ],
          };
        case 'ref':
          return this.#writeReference(type.name, pointer);
        case 'enum':
          noteLost(this.#walk, type, ['kind', 'base'], pointer);
          return this.#write({ kind: 'scalar', type: type.base }, pointer);
        case 'scalar':
          return this.#writeNearest(type.type, pointer);
        case 'tensor':
        case 'vector':
          noteLost(this.#walk, type, ['dtype'], pointer);
          return this.#write(
            {
              kind: 'array',
              items: { kind: 'scalar', type: type.dtype },
              nullableItems: true,
            },
            pointer,
          );
        default:
          this.#walk.note(
            pointer,
            'WRITTEN_AS_NEAREST',
            `OpenLineage has no word for a type of the kind ${type.kind}: it is written as json.`,
          );
          return { type: 'json' };
      }
    });
  }

  /** Names that the importer knows for the parts of arrays and maps. */
  #part(
    name: string,
    type: FieldType,
    nullable: boolean,
    pointer: string,
  ): OpenLineageField {
    const written = this.#write(type, pointer);
    const isNested = written.fields !== undefined;
    return {
      name,
      ...written,
      type: `${written.type}${nullable || isNested ? '' : ' not null'}`,
    };
  }

  #noteNullable(nullable: boolean | undefined, pointer: string): void {
    if (!nullable) {
      this.#walk.note(
        pointer,
        'NULLABLE_NOT_HELD',
        'A type with fields, and what is in one, may always be null in OpenLineage.',
      );
    }
  }

  #writeReference(name: string, pointer: string): Written {
    const type = this.#definitions.get(name);
    if (!type || this.#inside.has(name)) {
      this.#walk.note(
        pointer,
        'WRITTEN_AS_NEAREST',
        'OpenLineage has no types that contain themselves: this one is written as json.',
      );
      return { type: 'json' };
    }
    this.#inside.add(name);
    try {
      return this.#write(type, pointer);
    } finally {
      this.#inside.delete(name);
    }
  }

  /** What has a size or a name of its own, and the one number that SQL has not. */
  #writeNearest(type: ScalarType, pointer: string): Written {
    const text = writeSqlType({ kind: 'scalar', type }) ?? 'real';
    this.#walk.note(
      pointer,
      'WRITTEN_AS_NEAREST',
      `OpenLineage has no word for this ${type}: it is written as ${text}.`,
    );
    return { type: text };
  }
}
