import { canonicalJson } from '../../canonical/canonicalJson';
import { own, ParsedObject, readStrings } from '../importing/values';
import { bothSchemas } from './bothSchemas';
import { isAnnotation } from './keywords';
import { mergeObjectKeywords, OBJECT_KEYWORDS } from './mergeObjectKeywords';
import { CannotMerge, Schema } from './SchemaContext';

/**
 * One schema that admits what both admit, which have no `$ref` and no `allOf`.
 * Schemas in deeper places are put into an `allOf`, and merged when they are read.
 *
 * @throws {@link CannotMerge}
 */
export function mergeSchemas(a: Schema, b: Schema): Schema {
  if (typeof a === 'boolean' || typeof b === 'boolean') {
    return a === false || b === false ? false : keepObject(a, b);
  }
  const left = constAsEnum(a);
  const right = constAsEnum(b);
  checkTuples(left, right);
  const merged = new Map<string, unknown>();
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    if (OBJECT_KEYWORDS.has(key)) {
      continue;
    }
    const value = mergeKeyword(key, own(left, key), own(right, key));
    if ((key === 'type' || key === 'enum') && isEmpty(value)) {
      return false;
    }
    merged.set(key, value);
  }
  return {
    ...Object.fromEntries(merged),
    ...mergeObjectKeywords(left, right),
  };
}

/** The items behind a tuple are not the items of an array without one. */
function checkTuples(a: ParsedObject, b: ParsedObject): void {
  const aboutItems = [a, b].map(({ items, prefixItems, additionalItems }) =>
    [items, prefixItems, additionalItems].some(value => value !== undefined),
  );
  const tuple = [a, b].some(
    ({ items, prefixItems }) => Array.isArray(items) || prefixItems,
  );
  if (tuple && aboutItems.every(Boolean)) {
    throw new CannotMerge('items');
  }
}

function keepObject(a: Schema, b: Schema): Schema {
  return typeof a === 'boolean' ? b : a;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function constAsEnum(schema: ParsedObject): ParsedObject {
  if (!Object.hasOwn(schema, 'const')) {
    return schema;
  }
  const { const: only, ...rest } = schema;
  const options = own(schema, 'enum');
  const symbols = Array.isArray(options) ? intersect(options, [only]) : [only];
  return { ...rest, enum: symbols };
}

function mergeKeyword(key: string, a: unknown, b: unknown): unknown {
  if (a === undefined || b === undefined || isAnnotation(key)) {
    return a === undefined ? b : a;
  }
  switch (key) {
    case 'type':
      return mergeTypes(a, b);
    case 'enum':
      return Array.isArray(a) && Array.isArray(b) ? intersect(a, b) : a;
    case 'items':
      return bothSchemas(a, b);
    case 'uniqueItems':
      return a === true || b === true;
    case 'nullable':
      return a === true && b === true;
    case 'minimum':
    case 'exclusiveMinimum':
    case 'minLength':
    case 'minItems':
      return pick(Math.max, a, b);
    case 'maximum':
    case 'exclusiveMaximum':
    case 'maxLength':
    case 'maxItems':
      return pick(Math.min, a, b);
    default:
      if (canonicalJson(a) === canonicalJson(b)) {
        return a;
      }
      throw new CannotMerge(key);
  }
}

/** Wrong values are kept, for the reader to say what is wrong. */
function pick(
  choose: (a: number, b: number) => number,
  a: unknown,
  b: unknown,
): unknown {
  if (typeof a === 'number' && typeof b === 'number') {
    return choose(a, b);
  }
  return typeof a === 'number' ? b : a;
}

function mergeTypes(a: unknown, b: unknown): unknown {
  const left = Array.isArray(a) ? readStrings(a, '') : [a];
  const right = Array.isArray(b) ? readStrings(b, '') : [b];
  const types = left.filter(
    type =>
      right.includes(type) || (type === 'integer' && right.includes('number')),
  );
  if (left.includes('number') && right.includes('integer')) {
    types.push('integer');
  }
  return types.length === 1 ? types[0] : types;
}

function intersect(a: readonly unknown[], b: readonly unknown[]): unknown[] {
  const texts = new Set(b.map(item => canonicalJson(item)));
  return a.filter(item => texts.has(canonicalJson(item)));
}
