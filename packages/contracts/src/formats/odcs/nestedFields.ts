import { FieldType } from '../../fields/FieldType';
import { isParsedObject } from '../importing/values';
import { JsonObject, omit } from './Kept';

/*
 * The properties of objects, also of those in arrays, are fields that keep their
 * own words. So the words of what is around them are kept without them, and put
 * together again where they are written.
 */

/** A property without the properties inside of it. */
export function withoutFields(property: JsonObject): JsonObject {
  const { items } = property;
  const rest = Array.isArray(property.properties)
    ? omit(property, ['properties'])
    : property;
  return isParsedObject(items)
    ? { ...rest, items: withoutFields(items as JsonObject) }
    : rest;
}

/** A property with the properties inside of another one that is built like it. */
export function withFields(
  property: JsonObject,
  written: JsonObject,
): JsonObject {
  const { items } = property;
  return {
    ...property,
    ...(isParsedObject(items) &&
      isParsedObject(written.items) && {
        items: withFields(items as JsonObject, written.items as JsonObject),
      }),
    ...(written.properties !== undefined && {
      properties: written.properties,
    }),
  };
}

/** A property and a type without what is inside of them, so that they can be compared for themselves. */
export function hollow(
  property: JsonObject,
  type: FieldType,
): { property: JsonObject; type: FieldType } {
  const { items } = property;
  if (type.kind === 'object') {
    return {
      property: { ...property, properties: [] },
      type: { ...type, fields: [] },
    };
  }
  if (type.kind !== 'array' || !isParsedObject(items)) {
    return { property, type };
  }
  const inner = hollow(items as JsonObject, type.items);
  return {
    property: { ...property, items: inner.property },
    type: { ...type, items: inner.type },
  };
}
