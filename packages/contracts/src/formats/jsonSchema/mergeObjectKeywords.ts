import { isParsedObject, own, ParsedObject } from '../importing/values';
import { bothSchemas } from './bothSchemas';

/** Keywords that have a meaning only together. */
export const OBJECT_KEYWORDS: ReadonlySet<string> = new Set([
  'properties',
  'required',
  'additionalProperties',
  'minProperties',
  'maxProperties',
]);

/**
 * Merges what two schemas say of the keys of an object. `additionalProperties`
 * of one side is about the properties that only the other side lists, too.
 */
export function mergeObjectKeywords(
  a: ParsedObject,
  b: ParsedObject,
): ParsedObject {
  return {
    ...mergeProperties(a, b),
    ...mergeRequired(a, b),
    ...mergeCount('minProperties', Math.max, a, b),
    ...mergeCount('maxProperties', Math.min, a, b),
  };
}

function mergeProperties(a: ParsedObject, b: ParsedObject): ParsedObject {
  const left = own(a, 'properties') ?? {};
  const right = own(b, 'properties') ?? {};
  const restOfLeft = own(a, 'additionalProperties');
  const restOfRight = own(b, 'additionalProperties');
  const rest =
    restOfLeft === undefined || restOfRight === undefined
      ? (restOfLeft ?? restOfRight)
      : bothSchemas(restOfLeft, restOfRight);
  if (!isParsedObject(left) || !isParsedObject(right)) {
    // Not properties at all: kept, for the reader to refuse.
    return { properties: isParsedObject(left) ? right : left };
  }
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  const properties = [...names].map(name => {
    const schema = bothSchemas(
      Object.hasOwn(left, name) ? left[name] : (restOfLeft ?? true),
      Object.hasOwn(right, name) ? right[name] : (restOfRight ?? true),
    );
    return [name, schema] as const;
  });
  const has = Object.hasOwn(a, 'properties') || Object.hasOwn(b, 'properties');
  return {
    ...(has && { properties: Object.fromEntries(properties) }),
    ...(rest !== undefined && { additionalProperties: rest }),
  };
}

function mergeRequired(a: ParsedObject, b: ParsedObject): ParsedObject {
  const left = own(a, 'required');
  const right = own(b, 'required');
  if (Array.isArray(left) && Array.isArray(right)) {
    return { required: [...new Set([...left, ...right])] };
  }
  const required = Array.isArray(left) ? (right ?? left) : (left ?? right);
  return required === undefined ? {} : { required };
}

function mergeCount(
  key: 'minProperties' | 'maxProperties',
  choose: (a: number, b: number) => number,
  a: ParsedObject,
  b: ParsedObject,
): ParsedObject {
  const counts = [own(a, key), own(b, key)].filter(
    count => count !== undefined,
  );
  if (counts.length === 0) {
    return {};
  }
  const wrong = counts.find(count => typeof count !== 'number');
  return {
    [key]: wrong ?? (counts as number[]).reduce((x, y) => choose(x, y)),
  };
}
