import { Field, FieldConstraints } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';
import { FormatWalk } from '../FormatWalk';
import { own, ParsedObject, quote } from '../importing/values';
import { SqlType } from '../openLineage/SqlTypeParser';
import { pointerTo } from '../pointers';
import { isRequired } from './isRequired';
import { notePhysicalType } from './notePhysicalType';
import { readPhysicalType } from './physicalTypes';
import { readFormat } from './readFormat';
import { readLogicalType } from './readLogicalType';
import { readOptions, soundBounds } from './readOptions';
import { readScalarType, refines } from './readScalarType';
import { isCount, isFilledText, isList, isObject, member } from './tolerant';

interface ReadType {
  type: FieldType;
  constraints?: FieldConstraints;
}

type ReadFields = (properties: readonly unknown[], pointer: string) => Field[];

const NO_OPTIONS: ParsedObject = {};

/** Reads what the values of a property are: its logical type, refined by its options and its physical type. */
export class PropertyTypeReader {
  readonly #walk: FormatWalk;
  readonly #readFields: ReadFields;

  /** `readFields` reads the properties of objects. */
  constructor(walk: FormatWalk, readFields: ReadFields) {
    this.#walk = walk;
    this.#readFields = readFields;
  }

  /** Reads the type of a property, or of what is in a list. */
  read(source: ParsedObject, pointer: string): ReadType {
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
    const logical = readLogicalType(source, pointer, walk);
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
        fields: this.#readFields(properties, pointerTo(pointer, 'properties')),
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
        this.read(items, place),
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
        ...(!isRequired(items, place, this.#walk) && { nullableItems: true }),
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
