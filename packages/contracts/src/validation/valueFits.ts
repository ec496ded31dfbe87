import { FieldType } from '../fields/FieldType';
import { integerBounds } from '../fields/integerBounds';
import { Json } from '../fields/json';
import { ScalarType } from '../fields/scalars';
import { maxDepth } from '../reading/Reading';
import { Side } from '../reading/Slot';

/** Whether JSON can stand for a value of a type, such as a default. */
export function valueFits(
  value: Json,
  type: FieldType,
  side: Side,
  depth = 0,
): boolean {
  if (depth > maxDepth) {
    return true;
  }
  const fits = (part: Json, of: FieldType) =>
    valueFits(part, of, side, depth + 1);
  switch (type.kind) {
    case 'scalar':
      return scalarFits(value, type.type);
    case 'enum':
      return type.symbols.some(symbol => symbol === value);
    case 'null':
      return value === null;
    case 'never':
      return false;
    case 'tensor':
    case 'vector':
      return Array.isArray(value) || typeof value === 'number';
    case 'array':
      return (
        Array.isArray(value) &&
        value.every((item, index) =>
          item === null && type.nullableItems
            ? true
            : fits(item, type.tuple?.[index] ?? type.items),
        )
      );
    case 'map':
      return (
        isObject(value) &&
        Object.values(value).every(
          entry =>
            (entry === null && type.nullableValues) || fits(entry, type.values),
        )
      );
    case 'object':
      return (
        isObject(value) &&
        type.fields.every(field => {
          const entry = value[String(field.name)];
          if (entry === undefined) {
            return !field.required || field.default !== undefined;
          }
          return (entry === null && field.nullable) || fits(entry, field.type);
        })
      );
    case 'union':
      return type.of.some(branch => fits(value, branch));
    case 'ref': {
      const definition = side.definitions.get(type.name);
      return !definition || fits(value, definition.type);
    }
    default:
      return true;
  }
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Times are written as text or as a count; decimals and wide integers also as text. */
function scalarFits(value: Json, type: ScalarType): boolean {
  const bounds = integerBounds[type];
  if (bounds) {
    if (typeof value === 'string') {
      return type.endsWith('64') && /^-?\d+$/.test(value);
    }
    return (
      Number.isInteger(value) &&
      (value as number) >= bounds.min &&
      (value as number) <= bounds.max
    );
  }
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'float16':
    case 'bfloat16':
    case 'float32':
    case 'float64':
      return (
        typeof value === 'number' ||
        value === 'NaN' ||
        value === 'Infinity' ||
        value === '-Infinity'
      );
    case 'decimal':
    case 'date':
    case 'time':
    case 'timestamp':
    case 'timestamptz':
    case 'duration':
      return typeof value === 'number' || typeof value === 'string';
    case 'json':
      return true;
    default:
      return typeof value === 'string';
  }
}
