import { Port } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { FieldType, ObjectFieldType } from '../../fields/FieldType';
import { Json } from '../../fields/json';
import { noteLost } from '../exporting/noteLost';
import { FormatWalk } from '../FormatWalk';
import { pointerTo } from '../pointers';
import { AvroLeafWriter } from './AvroLeafWriter';
import { AvroNames } from './AvroNames';
import { noteNearest } from './noteNearest';
import { mergeBranches } from './mergeBranches';
import { noteUnion, withNullBranch } from './unions';

type AvroSchema = Json;

const HELD: readonly (keyof Field)[] = [
  ...(['name', 'aliases', 'type', 'required', 'nullable'] as const),
  ...(['default', 'description'] as const),
];

/** Writes the types of one port; each named type is written where it is met first. */
export class AvroWriter {
  readonly #walk: FormatWalk;
  readonly #names: AvroNames;
  readonly #leaves: AvroLeafWriter;
  readonly #definitions: ReadonlyMap<string, FieldType>;
  readonly #root: string;
  /** Definitions without a name that are being written in place. */
  readonly #inside = new Set<string>();

  constructor(port: Port, walk: FormatWalk) {
    this.#walk = walk;
    this.#names = new AvroNames(walk);
    this.#leaves = new AvroLeafWriter(walk, this.#names);
    this.#root = port.name;
    this.#definitions = new Map(
      (port.definitions ?? []).map(({ name, type }) => [name, type]),
    );
  }

  write(type: FieldType, pointer: string): AvroSchema {
    return this.#write(type, pointer, this.#root, '');
  }

  /** `hint` is what a type without a name is called after. */
  #write(
    type: FieldType,
    pointer: string,
    hint: string,
    namespace: string,
  ): AvroSchema {
    return this.#walk.deeper(pointer, () => {
      switch (type.kind) {
        case 'scalar':
          return this.#leaves.writeScalar(type, pointer, hint, namespace);
        case 'enum':
          return this.#leaves.writeEnum(type, pointer, hint, namespace);
        case 'object':
          return this.#writeRecord(type, pointer, hint, namespace);
        case 'ref':
          return this.#writeReference(type.name, pointer, namespace);
        case 'array':
          noteLost(
            this.#walk,
            { ...type, nullableItems: undefined },
            ['kind', 'items'],
            pointer,
          );
          return {
            type: 'array',
            items: this.#writeNullable(
              type.items,
              Boolean(type.nullableItems),
              pointerTo(pointer, 'items'),
              hint,
              namespace,
            ),
          };
        case 'map':
          noteLost(
            this.#walk,
            { keys: type.keys === 'string' ? undefined : type.keys },
            [],
            pointer,
          );
          return {
            type: 'map',
            values: this.#writeNullable(
              type.values,
              Boolean(type.nullableValues),
              pointerTo(pointer, 'values'),
              hint,
              namespace,
            ),
          };
        case 'union':
          return this.#writeUnion(type.of, pointer, hint, namespace);
        case 'vector':
        case 'tensor':
          noteLost(this.#walk, type, ['dtype'], pointer);
          return {
            type: 'array',
            items: this.#leaves.writeScalar(
              { kind: 'scalar', type: type.dtype },
              pointer,
              hint,
              namespace,
            ),
          };
        case 'null':
          return 'null';
        case 'never':
          return [];
        default:
          noteNearest(
            `a type of the kind ${type.kind}`,
            'bytes',
            pointer,
            this.#walk,
          );
          return 'bytes';
      }
    });
  }

  #writeRecord(
    type: ObjectFieldType,
    pointer: string,
    hint: string,
    namespace: string,
  ): AvroSchema {
    noteLost(
      this.#walk,
      { unknown: type.unknown === 'ignore' ? undefined : type.unknown },
      [],
      pointer,
    );
    return this.#names.define(
      { name: type.name, aliases: type.aliases, hint },
      namespace,
      pointer,
      (name, inner) => ({
        type: 'record',
        fields: this.#writeFields(type, pointer, name, inner),
      }),
    );
  }

  #writeFields(
    { fields }: ObjectFieldType,
    pointer: string,
    record: string,
    namespace: string,
  ): AvroSchema[] {
    const taken = new Set<string>();
    return fields.map((field, index) => {
      const at = pointerTo(pointer, 'fields', index);
      noteLost(this.#walk, field, HELD, at);
      if (!field.required) {
        this.#walk.note(
          at,
          'PRESENCE_NOT_HELD',
          'A field of Avro is always there; readers fill in what writers lack by its default.',
        );
      }
      const name = this.#names.fieldName(String(field.name), taken, at);
      return {
        name,
        type: this.#writeNullable(
          field.type,
          field.nullable,
          pointerTo(at, 'type'),
          `${record}_${name}`,
          namespace,
          field.default?.value,
        ),
        ...(field.default && { default: field.default.value }),
        ...this.#names.fieldAliases(field.aliases, at),
        ...(field.description !== undefined && { doc: field.description }),
      };
    });
  }

  #writeNullable(
    type: FieldType,
    nullable: boolean,
    pointer: string,
    hint: string,
    namespace: string,
    byDefault?: Json,
  ): AvroSchema {
    const written = this.#write(type, pointer, hint, namespace);
    if (nullable ? type.kind === 'never' : type.kind === 'null') {
      this.#walk.note(
        pointer,
        'NULLABLE_NOT_HELD',
        'In Avro null is a type, and what is of that type may be null and nothing else.',
      );
    }
    if (!nullable || written === 'null') {
      return written;
    }
    return withNullBranch(written, byDefault);
  }

  #writeUnion(
    of: readonly FieldType[],
    pointer: string,
    hint: string,
    namespace: string,
  ): AvroSchema {
    noteUnion(of, pointer, this.#walk);
    const written = of.map((branch, index) => {
      const at = pointerTo(pointer, 'of', index);
      const schema = this.#write(branch, at, `${hint}_${index}`, namespace);
      return { at, schema };
    });
    return mergeBranches(written, this.#names, this.#walk);
  }

  #writeReference(
    name: string,
    pointer: string,
    namespace: string,
  ): AvroSchema {
    const written = this.#names.refer(name, namespace);
    if (written !== undefined) {
      return written;
    }
    const type = this.#definitions.get(name);
    const isNamed = type?.kind === 'object' || type?.kind === 'enum';
    if (!type || this.#inside.has(name)) {
      noteNearest('a type that contains itself', 'bytes', pointer, this.#walk);
      return 'bytes';
    }
    if (isNamed || (type.kind === 'scalar' && type.name !== undefined)) {
      this.#names.expect(name);
      const defined = this.#write(type, pointer, name, namespace);
      // An enum of values that Avro has no names for was written as something else.
      this.#names.expect(undefined);
      return defined;
    }
    this.#walk.note(
      pointer,
      'WRITTEN_IN_PLACE',
      'Avro names records, enums and fixed types only: this one is written wherever it is used.',
    );
    this.#inside.add(name);
    try {
      return this.#write(type, pointer, name, namespace);
    } finally {
      this.#inside.delete(name);
    }
  }
}
