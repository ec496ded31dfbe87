import { Field } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';
import { ContractFormatError } from '../ContractFormatError';
import { noteLost } from '../exporting/noteLost';
import { FormatWalk } from '../FormatWalk';
import { pointerTo } from '../pointers';
import { isSame, JsonObject, KEPT, keptOf, pick, withoutKept } from './Kept';
import { hollow, withFields } from './nestedFields';
import { FIELD_KEYS } from './propertyKeys';
import { PropertyReader } from './PropertyReader';
import { STABLE_ID } from './stableId';
import { TypeWriter } from './TypeWriter';
import { writeRules } from './writeRules';

/** Writes fields as properties; pointers lead into the contract. */
export class PropertyWriter {
  readonly #walk: FormatWalk;
  readonly #types: TypeWriter;

  constructor(
    walk: FormatWalk,
    definitions: ReadonlyMap<string, FieldType> = new Map(),
  ) {
    this.#walk = walk;
    this.#types = new TypeWriter(walk, definitions, (type, pointer) =>
      this.writeFields(type, pointer),
    );
  }

  /** The properties of an object; nothing for other types. */
  writeFields(type: FieldType, pointer: string): JsonObject {
    return type.kind === 'object'
      ? {
          properties: this.#writeAll(type.fields, pointer),
        }
      : {};
  }

  /** The properties of a whole port; none where it is no object. */
  writeRoot(schema: FieldType, pointer: string): JsonObject[] {
    return this.#types.write(schema, {}, pointer, ({ type }) => {
      if (type.kind !== 'object') {
        this.#walk.note(
          pointer,
          'NOT_HELD',
          `An object of ODCS has properties, and this is a type of the kind ${type.kind}.`,
        );
        return [];
      }
      return this.#writeAll(type.fields, pointer);
    });
  }

  /** Writes a field, in the words of the document that it came from as long as they still mean it. */
  write(field: Field, pointer: string): JsonObject {
    noteLost(
      this.#walk,
      { ...field, [KEPT]: undefined },
      [...FIELD_KEYS, 'quality'],
      pointer,
    );
    const { other } = keptOf(field);
    return {
      ...other,
      ...(this.#writeSpelled(field, pointer) ??
        this.writePlain(field, pointer)),
      ...writeRules(field, pointer, this.#walk),
    };
  }

  /** A field as nobody has written it before, without its rules. */
  writePlain(field: Field, pointer: string): JsonObject {
    const { id, description, tags, classification, critical } = field;
    if (!field.required) {
      this.#walk.note(
        pointer,
        'PRESENCE_NOT_HELD',
        'ODCS does not tell a value that may be null from one that may be absent.',
      );
    }
    const heldId = id !== undefined && STABLE_ID.test(id);
    if (id !== undefined && !heldId) {
      this.#walk.note(
        pointer,
        'NOT_HELD',
        'There is no place for this id: ODCS has letters, digits, _ and - in ids.',
      );
    }
    const unique = field.constraints?.unique;
    return this.#types.write(
      field.type,
      field.constraints ?? {},
      pointerTo(pointer, 'type'),
      ({ type, ...parts }) => ({
        ...(heldId && { id }),
        name: String(field.name),
        ...parts,
        ...(!field.nullable && field.required && { required: true }),
        ...(unique && { unique }),
        ...(description !== undefined && { description }),
        ...(tags && { tags }),
        ...(classification !== undefined && { classification }),
        ...(critical && { criticalDataElement: critical }),
        ...this.writeFields(type, pointerTo(pointer, 'type')),
      }),
    );
  }

  #writeAll(fields: readonly Field[], pointer: string): JsonObject[] {
    return fields.map((field, index) =>
      this.write(field, pointerTo(pointer, 'fields', index)),
    );
  }

  /** A field in the words that were kept of it; nothing where they mean something else by now. */
  #writeSpelled(field: Field, pointer: string): JsonObject | undefined {
    const { spelling } = keptOf(field);
    if (!spelling) {
      return undefined;
    }
    if (means(spelling, field)) {
      return spelling;
    }
    const { property, type } = hollow(spelling, field.type);
    return means(property, { ...field, type })
      ? withFields(spelling, this.writePlain(field, pointer))
      : undefined;
  }
}

function means(spelling: JsonObject, field: Field): boolean {
  try {
    const read = new PropertyReader(new FormatWalk()).read(spelling, '');
    return isSame(pick(read, FIELD_KEYS), withoutKept(pick(field, FIELD_KEYS)));
  } catch (error) {
    if (error instanceof ContractFormatError) {
      return false;
    }
    throw error;
  }
}
