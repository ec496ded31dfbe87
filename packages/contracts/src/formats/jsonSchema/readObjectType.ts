import { Field } from '../../fields/Field';
import { ObjectFieldType } from '../../fields/FieldType';
import { FormatWalk } from '../FormatWalk';
import {
  isParsedObject,
  own,
  ParsedObject,
  readJson,
  readObject,
  readStrings,
} from '../importing/values';
import { pointerTo } from '../pointers';
import { ReadSchema, SchemaContext } from './SchemaContext';

/** Stands for the version since when a property is deprecated, which a schema does not say. */
export const UNKNOWN_VERSION = '0.0.0';

/** Reads an object, or a map where no key is named and all values are alike. */
export function readObjectType(
  context: SchemaContext,
  schema: ParsedObject,
  pointer: string,
): ReadSchema {
  const rest = own(schema, 'additionalProperties');
  const restPlace = pointerTo(pointer, 'additionalProperties');
  for (const count of ['minProperties', 'maxProperties']) {
    if (Object.hasOwn(schema, count)) {
      context.walk.note(
        pointerTo(pointer, count),
        'CONSTRAINT_NOT_HELD',
        `${count} is left out.`,
      );
    }
  }
  const fields = readFields(context, schema, pointer);
  if (isParsedObject(rest)) {
    const { type, nullable } = context.readType(rest, restPlace);
    if (fields.length === 0) {
      return {
        type: {
          kind: 'map',
          keys: 'string',
          values: type,
          ...(nullable && { nullableValues: true }),
        },
        nullable: false,
      };
    }
    context.walk.note(
      restPlace,
      'ADDITIONAL_PROPERTIES_OPEN',
      'The type of additional properties is left out: beside named ones they may be anything.',
    );
  }
  return {
    type: { kind: 'object', fields, unknown: readUnknown(rest) },
    nullable: false,
  };
}

function readUnknown(rest: unknown): ObjectFieldType['unknown'] {
  if (typeof rest === 'boolean') {
    return rest ? 'ignore' : 'reject';
  }
  return 'unspecified';
}

function readFields(
  context: SchemaContext,
  schema: ParsedObject,
  pointer: string,
): Field[] {
  const place = pointerTo(pointer, 'properties');
  const properties = readObject(own(schema, 'properties') ?? {}, place);
  const required = new Set(
    readStrings(own(schema, 'required') ?? [], pointerTo(pointer, 'required')),
  );
  const listed = Object.entries(properties).map(([name, value]) => {
    const at = pointerTo(place, name);
    context.walk.countField(at, name);
    return readField(context, name, value, required.has(name), at);
  });
  const rest = own(schema, 'additionalProperties');
  const unlisted = [...required]
    .filter(name => !Object.hasOwn(properties, name))
    .map(name => {
      context.walk.countField(pointer, name);
      return readField(context, name, rest ?? true, true, pointer);
    });
  return [...listed, ...unlisted];
}

function readField(
  context: SchemaContext,
  name: string,
  schema: unknown,
  required: boolean,
  pointer: string,
): Field {
  const { type, nullable, constraints = {} } = context.read(schema, pointer);
  return {
    name,
    type,
    required,
    nullable,
    ...(Object.keys(constraints).length > 0 && { constraints }),
    ...(isParsedObject(schema) &&
      readAnnotations(context.walk, schema, pointer)),
  };
}

function readAnnotations(
  walk: FormatWalk,
  schema: ParsedObject,
  pointer: string,
): Pick<Field, 'default' | 'deprecated' | 'description'> {
  const value = own(schema, 'default');
  const text = [own(schema, 'description'), own(schema, 'title')].find(
    said => typeof said === 'string',
  );
  return {
    ...(value !== undefined && {
      default: walk.placeDefault(
        readJson(value, pointerTo(pointer, 'default')),
        pointerTo(pointer, 'default'),
      ),
    }),
    ...(typeof text === 'string' && { description: text }),
    ...(own(schema, 'deprecated') === true && {
      deprecated: { since: UNKNOWN_VERSION },
    }),
  };
}
