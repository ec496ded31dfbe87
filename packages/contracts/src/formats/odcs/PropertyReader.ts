import { Field, FieldConstraints } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';
import { FormatWalk } from '../FormatWalk';
import { own, ParsedObject, quote } from '../importing/values';
import { SqlType } from '../openLineage/SqlTypeParser';
import { pointerTo } from '../pointers';
import { LOGICAL_TYPES, LogicalType } from './logicalTypes';
import { notePhysicalType } from './notePhysicalType';
import { readPhysicalType } from './physicalTypes';
import { readFieldMeaning } from './readFieldMeaning';
import { readFormat } from './readFormat';
import { readOptions, soundBounds } from './readOptions';
import { readQuality } from './readQuality';
import { readScalarType, refines } from './readScalarType';
import {
  isCount,
  isFilledText,
  isFlag,
  isList,
  isObject,
  member,
} from './tolerant';
import { withUniqueIds } from './withUniqueIds';

interface ReadType {
  type: FieldType;
  constraints?: FieldConstraints;
}

const NO_OPTIONS: ParsedObject = {};

/** Reads the properties of schema objects as fields, as far as they keep to the standard. */
export class PropertyReader {
  readonly #walk: FormatWalk;
  readonly #finish: (source: ParsedObject, field: Field) => Field;

  /** `finish` sees each field with the property that it was read from. */
  constructor(
    walk: FormatWalk,
    finish: (source: ParsedObject, field: Field) => Field = (_, field) => field,
  ) {
    this.#walk = walk;
    this.#finish = finish;
  }

  readAll(properties: readonly unknown[], pointer: string): Field[] {
    const fields = new Map<string, Field>();
    properties.forEach((property, index) => {
      const at = pointerTo(pointer, index);
      const name = isObject(property) ? own(property, 'name') : undefined;
      if (!isObject(property) || !isFilledText(name)) {
        this.#walk.note(
          at,
          'PROPERTY_WITHOUT_NAME',
          'A property is an object with a name: this one is left out.',
        );
      } else if (fields.has(name)) {
        this.#walk.note(
          at,
          'DUPLICATE_NAME',
          `The name ${quote(name)} was there before; this property is left out.`,
        );
      } else {
        this.#walk.countField(at, name);
        fields.set(name, this.#finish(property, this.read(property, at)));
      }
    });
    return withUniqueIds([...fields.values()], pointer, this.#walk);
  }

  /** Reads one property that has a name. */
  read(source: ParsedObject, pointer: string): Field {
    const walk = this.#walk;
    const { type, constraints } = walk.deeper(pointer, () =>
      this.#readType(source, pointer),
    );
    const unique = member(
      source,
      'unique',
      isFlag,
      'true or false',
      pointer,
      walk,
    );
    const all: FieldConstraints = { ...constraints, ...(unique && { unique }) };
    const rules = readQuality(source, pointer, walk);
    return {
      ...readFieldMeaning(source, pointer, walk),
      name: String(own(source, 'name')),
      type,
      required: true,
      nullable: !this.#isRequired(source, pointer),
      ...(Object.keys(all).length > 0 && { constraints: all }),
      ...(rules && { quality: rules }),
    };
  }

  #isRequired(source: ParsedObject, pointer: string): boolean {
    return Boolean(
      member(source, 'required', isFlag, 'true or false', pointer, this.#walk),
    );
  }

  #readType(source: ParsedObject, pointer: string): ReadType {
    const walk = this.#walk;
    const text = member(
      source,
      'physicalType',
      isFilledText,
      'the type in the system',
      pointer,
      walk,
    );
    const physical =
      text === undefined
        ? undefined
        : readPhysicalType(text, pointerTo(pointer, 'physicalType'), walk);
    const options =
      member(
        source,
        'logicalTypeOptions',
        isObject,
        'an object',
        pointer,
        walk,
      ) ?? NO_OPTIONS;
    const logical = this.#readLogical(source, pointer);
    const place = pointerTo(pointer, 'logicalTypeOptions');
    const constraints = readOptions(options, place, walk);
    switch (logical) {
      case undefined:
        return this.#readPhysicalOnly(text, physical, constraints, pointer);
      case 'object':
        return { type: this.#readObject(source, physical, pointer) };
      case 'array':
        return { type: this.#readArray(source, options, physical, pointer) };
      default: {
        const refined = refines(logical, physical);
        if (text !== undefined && !refined) {
          notePhysicalType(text, physical, logical, pointer, walk);
        }
        return {
          type: readScalarType(logical, options, physical) ?? { kind: 'any' },
          constraints: soundBounds(
            {
              ...(refined && physical?.constraints),
              ...constraints,
              ...readFormat(logical, options, place, walk),
            },
            place,
            walk,
          ),
        };
      }
    }
  }

  /** What the type is, where the property says it only by what it has. */
  #readLogical(source: ParsedObject, pointer: string): LogicalType | undefined {
    const value = member(
      source,
      'logicalType',
      isFilledText,
      `one of ${LOGICAL_TYPES.join(', ')}`,
      pointer,
      this.#walk,
    );
    const known = LOGICAL_TYPES.find(type => type === value);
    if (value !== undefined && known === undefined) {
      this.#walk.note(
        pointerTo(pointer, 'logicalType'),
        'LOGICAL_TYPE_UNKNOWN',
        `There is no logical type ${quote(value)}: ${LOGICAL_TYPES.join(', ')}.`,
      );
    }
    if (known !== undefined) {
      return known;
    }
    if (isList(own(source, 'properties'))) {
      return 'object';
    }
    return isObject(own(source, 'items')) ? 'array' : undefined;
  }

  #readPhysicalOnly(
    text: string | undefined,
    physical: SqlType | undefined,
    said: FieldConstraints,
    pointer: string,
  ): ReadType {
    if (physical) {
      const constraints = { ...physical.constraints, ...said };
      const place = pointerTo(pointer, 'logicalTypeOptions');
      return {
        type: physical.type,
        constraints: soundBounds(constraints, place, this.#walk),
      };
    }
    this.#walk.note(
      pointer,
      'TYPE_MISSING',
      text === undefined
        ? 'The property has no type.'
        : `The property has no logical type, and the type ${quote(text)} is not known.`,
    );
    return { type: { kind: 'any' } };
  }

  #readObject(
    source: ParsedObject,
    physical: SqlType | undefined,
    pointer: string,
  ): FieldType {
    const properties = member(
      source,
      'properties',
      isList,
      'a list',
      pointer,
      this.#walk,
    );
    if (properties) {
      return {
        kind: 'object',
        fields: this.readAll(properties, pointerTo(pointer, 'properties')),
        unknown: 'ignore',
      };
    }
    return physical?.type.kind === 'map' || physical?.type.kind === 'object'
      ? physical.type
      : { kind: 'scalar', type: 'json' };
  }

  #readArray(
    source: ParsedObject,
    options: ParsedObject,
    physical: SqlType | undefined,
    pointer: string,
  ): FieldType {
    const items = member(
      source,
      'items',
      isObject,
      'an object',
      pointer,
      this.#walk,
    );
    const min = own(options, 'minItems');
    const max = own(options, 'maxItems');
    const limits = {
      ...(isCount(min) && min > 0 && { minItems: min }),
      ...(isCount(max) && { maxItems: max }),
    };
    const fits = (limits.minItems ?? 0) <= (limits.maxItems ?? Infinity);
    return {
      ...this.#readItems(items, physical, pointer),
      ...(fits && limits),
      ...(own(options, 'uniqueItems') === true && { unique: true }),
    };
  }

  #readItems(
    items: ParsedObject | undefined,
    physical: SqlType | undefined,
    pointer: string,
  ): FieldType & { kind: 'array' } {
    if (items) {
      const place = pointerTo(pointer, 'items');
      const { type, constraints = {} } = this.#walk.deeper(place, () =>
        this.#readType(items, place),
      );
      const lost = Object.keys(constraints);
      if (lost.length > 0) {
        this.#walk.note(
          place,
          'CONSTRAINT_NOT_HELD',
          `Only fields have constraints: ${lost.join(', ')} is kept for ODCS only.`,
        );
      }
      return {
        kind: 'array',
        items: type,
        ...(!this.#isRequired(items, place) && { nullableItems: true }),
      };
    }
    if (physical?.type.kind === 'array') {
      return physical.type;
    }
    this.#walk.note(
      pointer,
      'ITEMS_MISSING',
      'The array does not say what is in it.',
    );
    return { kind: 'array', items: { kind: 'any' }, nullableItems: true };
  }
}
