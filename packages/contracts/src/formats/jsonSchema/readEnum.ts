import { EnumFieldType } from '../../fields/FieldType';
import { ScalarType } from '../../fields/scalars';
import { own, ParsedObject, readArray } from '../importing/values';
import { pointerTo } from '../pointers';
import { readConstraints } from './readConstraints';
import { readScalar } from './readScalar';
import { readTypes } from './readTypes';
import { ReadSchema, SchemaContext } from './SchemaContext';

type Symbols = EnumFieldType['symbols'];

/** Reads `enum` and `const`. */
export function readEnum(
  context: SchemaContext,
  schema: ParsedObject,
  pointer: string,
): ReadSchema {
  const values = Object.hasOwn(schema, 'const')
    ? [schema.const]
    : readArray(own(schema, 'enum'), pointerTo(pointer, 'enum'));
  if (!values.every(isSymbol)) {
    return context.opaque(
      schema,
      pointer,
      'The values of the enum are not all simple',
    );
  }
  const symbols = [...new Set(values)].filter(symbol => symbol !== null);
  const nullable = values.includes(null);
  if (symbols.length === 0) {
    return { type: { kind: nullable ? 'null' : 'never' }, nullable };
  }
  const declared = readDeclared(context, schema, pointer);
  return {
    type: {
      kind: 'enum',
      base: declared?.type.type ?? baseOf(symbols),
      symbols,
    },
    nullable,
    ...(declared && { constraints: declared.constraints }),
  };
}

function isSymbol(value: unknown): value is Symbols[number] {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}

function readDeclared(
  context: SchemaContext,
  schema: ParsedObject,
  pointer: string,
): ReturnType<typeof readScalar> | undefined {
  if (!Object.hasOwn(schema, 'type')) {
    return undefined;
  }
  const { types } = readTypes(schema, pointer, context.walk);
  const [type] = types;
  return types.length !== 1 || type === 'object' || type === 'array'
    ? undefined
    : readScalar(type, schema, readConstraints(schema, types, pointer));
}

/** The type of symbols that have none in common is `json`. */
function baseOf(symbols: Symbols): ScalarType {
  if (symbols.every(symbol => typeof symbol === 'string')) {
    return 'string';
  }
  if (symbols.every(symbol => typeof symbol === 'boolean')) {
    return 'boolean';
  }
  if (symbols.every(symbol => Number.isInteger(symbol))) {
    return 'int64';
  }
  return symbols.every(symbol => typeof symbol === 'number')
    ? 'float64'
    : 'json';
}
