import { FieldConstraints } from '../../fields/Field';
import { ContractFormatError } from '../ContractFormatError';
import { FormatWalk } from '../FormatWalk';
import { NullableType, unionOf } from '../importing/unions';
import { isParsedObject, ParsedObject, quote } from '../importing/values';
import { Definitions } from './Definitions';
import { isAnnotation, UNINTERPRETED } from './keywords';
import { OpaqueSchemas } from './OpaqueSchemas';
import { readArrayType } from './readArrayType';
import { readCombined } from './readCombined';
import { readConstraints } from './readConstraints';
import { readEnum } from './readEnum';
import { readObjectType } from './readObjectType';
import { readScalar } from './readScalar';
import { readTypes, SimpleType } from './readTypes';
import { readUnion } from './readUnion';
import { hidesSiblings, refOf, SchemaReferences } from './references';
import {
  CannotMerge,
  ReadSchema,
  Schema,
  SchemaContext,
} from './SchemaContext';

/** Reads the schemas inside of one document. */
export class SchemaReader implements SchemaContext {
  readonly references: SchemaReferences;
  readonly walk: FormatWalk;
  readonly definitions = new Definitions();
  readonly refHidesSiblings: boolean;
  readonly #opaque: OpaqueSchemas;

  constructor(document: Schema, walk: FormatWalk) {
    this.references = new SchemaReferences(document);
    this.walk = walk;
    this.#opaque = new OpaqueSchemas(this.references, walk);
    this.refHidesSiblings = isParsedObject(document) && hidesSiblings(document);
  }

  read(schema: unknown, pointer: string): ReadSchema {
    return this.walk.deeper(pointer, () => {
      if (typeof schema === 'boolean') {
        return schema
          ? { type: { kind: 'any' }, nullable: true }
          : { type: { kind: 'never' }, nullable: false };
      }
      if (!isParsedObject(schema)) {
        throw new ContractFormatError(
          pointer,
          `A schema is an object, true or false, and this is ${quote(schema)}.`,
        );
      }
      return this.#readKeywords(schema, pointer);
    });
  }

  readType(schema: unknown, pointer: string): NullableType {
    const { type, nullable, constraints = {} } = this.read(schema, pointer);
    const lost = Object.keys(constraints);
    if (lost.length > 0) {
      this.walk.note(
        pointer,
        'CONSTRAINT_NOT_HELD',
        `Only fields have constraints: ${lost.join(', ')} is left out here.`,
      );
    }
    return { type, nullable };
  }

  opaque(schema: ParsedObject, pointer: string, reason: string): ReadSchema {
    this.walk.note(
      pointer,
      'NOT_INTERPRETED',
      `${reason}: the schema is only compared with itself.`,
    );
    return { type: this.#opaque.read(schema, pointer), nullable: false };
  }

  #readKeywords(schema: ParsedObject, pointer: string): ReadSchema {
    const has = (keyword: string) => Object.hasOwn(schema, keyword);
    if (isNothing(schema)) {
      return { type: { kind: 'never' }, nullable: false };
    }
    const keyword = UNINTERPRETED.find(has);
    if (keyword !== undefined) {
      return this.opaque(schema, pointer, `${keyword} cannot be interpreted`);
    }
    try {
      if (refOf(schema) !== undefined || has('allOf')) {
        return readCombined(this, schema, pointer);
      }
      if (has('anyOf') || has('oneOf')) {
        return readUnion(this, schema, pointer);
      }
      return has('const') || has('enum')
        ? readEnum(this, schema, pointer)
        : this.#readPlain(schema, pointer);
    } catch (error) {
      if (error instanceof CannotMerge) {
        return this.opaque(
          schema,
          pointer,
          `The parts of the schema disagree on ${error.message} and cannot be merged`,
        );
      }
      throw error;
    }
  }

  #readPlain(schema: ParsedObject, pointer: string): ReadSchema {
    const { types, nullable } = readTypes(schema, pointer, this.walk);
    if (types.length === 0 && !nullable) {
      return { type: { kind: 'any' }, nullable: true };
    }
    const constraints = readConstraints(schema, types, pointer);
    if (types.length === 1) {
      return {
        ...this.#readOne(types[0], schema, pointer, constraints),
        nullable,
      };
    }
    const { type } = unionOf(
      types.map(one => this.#readOne(one, schema, pointer, constraints)),
    );
    return types.length === 0
      ? { type: { kind: 'null' }, nullable }
      : { type, nullable, constraints };
  }

  #readOne(
    type: SimpleType | 'object' | 'array',
    schema: ParsedObject,
    pointer: string,
    constraints: FieldConstraints,
  ): ReadSchema {
    switch (type) {
      case 'object':
        return readObjectType(this, schema, pointer);
      case 'array':
        return readArrayType(this, schema, pointer);
      default:
        return { ...readScalar(type, schema, constraints), nullable: false };
    }
  }
}

/** `{ not: {} }` is how `false` is written where only an object can stand. */
function isNothing({ not: excluded }: ParsedObject): boolean {
  return (
    excluded === true ||
    (isParsedObject(excluded) && Object.keys(excluded).every(isAnnotation))
  );
}
