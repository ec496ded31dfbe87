import { ArrayFieldType } from '../../fields/FieldType';
import { NullableType, withNull } from '../importing/unions';
import { own, ParsedObject, readBoolean, readCount } from '../importing/values';
import { pointerTo } from '../pointers';
import { ReadSchema, SchemaContext } from './SchemaContext';

/** Reads an array; the first items may have types of their own, in the way of 2020-12 and of draft-07. */
export function readArrayType(
  context: SchemaContext,
  schema: ParsedObject,
  pointer: string,
): ReadSchema {
  const items = own(schema, 'items');
  const [tupleKey, restKey] = Array.isArray(items)
    ? (['items', 'additionalItems'] as const)
    : (['prefixItems', 'items'] as const);
  const rest = readRest(context, schema, restKey, pointer);
  const tuple = own(schema, tupleKey);
  return {
    type: {
      kind: 'array',
      items: rest.type,
      ...(rest.nullable && { nullableItems: true }),
      ...readLimits(schema, pointer),
      ...(Array.isArray(tuple) && {
        tuple: tuple.map((item, index) =>
          withNull(context.readType(item, pointerTo(pointer, tupleKey, index))),
        ),
      }),
    },
    nullable: false,
  };
}

function readRest(
  context: SchemaContext,
  schema: ParsedObject,
  key: 'items' | 'additionalItems',
  pointer: string,
): NullableType {
  const rest = own(schema, key);
  return rest === undefined
    ? { type: { kind: 'any' }, nullable: true }
    : context.readType(rest, pointerTo(pointer, key));
}

function readLimits(
  schema: ParsedObject,
  pointer: string,
): Pick<ArrayFieldType, 'minItems' | 'maxItems' | 'unique'> {
  const { minItems, maxItems, uniqueItems } = schema;
  const unique =
    uniqueItems !== undefined &&
    readBoolean(uniqueItems, pointerTo(pointer, 'uniqueItems'));
  return {
    ...(minItems !== undefined && {
      minItems: readCount(minItems, pointerTo(pointer, 'minItems')),
    }),
    ...(maxItems !== undefined && {
      maxItems: readCount(maxItems, pointerTo(pointer, 'maxItems')),
    }),
    ...(unique && { unique }),
  };
}
