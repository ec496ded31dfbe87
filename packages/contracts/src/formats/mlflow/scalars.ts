import { ScalarFieldType } from '../../fields/FieldType';
import { ScalarType } from '../../fields/scalars';

/** Types of columns, by the names that MLflow gives them. */
export const COLUMN_TYPES: ReadonlyMap<string, ScalarFieldType> = new Map<
  string,
  ScalarFieldType
>([
  ['boolean', { kind: 'scalar', type: 'boolean' }],
  ['integer', { kind: 'scalar', type: 'int32' }],
  ['long', { kind: 'scalar', type: 'int64' }],
  ['float', { kind: 'scalar', type: 'float32' }],
  ['double', { kind: 'scalar', type: 'float64' }],
  ['string', { kind: 'scalar', type: 'string' }],
  ['binary', { kind: 'scalar', type: 'bytes' }],
  ['datetime', { kind: 'scalar', type: 'timestamp', timeUnit: 'ns' }],
]);

/** The column type that comes nearest to each scalar type, and whether it is the same. */
export const NEAREST_COLUMN_TYPES: Readonly<
  Record<ScalarType, { name: string; same?: true }>
> = {
  boolean: { name: 'boolean', same: true },
  int8: { name: 'integer' },
  int16: { name: 'integer' },
  int32: { name: 'integer', same: true },
  int64: { name: 'long', same: true },
  uint8: { name: 'integer' },
  uint16: { name: 'integer' },
  uint32: { name: 'long' },
  uint64: { name: 'long' },
  float16: { name: 'float' },
  bfloat16: { name: 'float' },
  float32: { name: 'float', same: true },
  float64: { name: 'double', same: true },
  decimal: { name: 'double' },
  string: { name: 'string', same: true },
  bytes: { name: 'binary', same: true },
  date: { name: 'datetime' },
  time: { name: 'string' },
  timestamp: { name: 'datetime', same: true },
  timestamptz: { name: 'datetime' },
  duration: { name: 'string' },
  uuid: { name: 'string' },
  json: { name: 'string' },
};

const NUMPY_NUMBERS: readonly ScalarType[] = [
  ...(['int8', 'int16', 'int32', 'int64'] as const),
  ...(['uint8', 'uint16', 'uint32', 'uint64'] as const),
  ...(['float16', 'float32', 'float64'] as const),
];

/** The type of elements by the name of a dtype in NumPy, and what of it is lost. */
export function readDtype(
  dtype: string,
): { type: ScalarType; lost?: string } | undefined {
  const number = NUMPY_NUMBERS.find(name => name === dtype);
  if (number) {
    return { type: number };
  }
  if (dtype === 'bool') {
    return { type: 'boolean' };
  }
  if (dtype === 'object') {
    return { type: 'string', lost: 'objects of any kind are read as text' };
  }
  const [, name, size] = /^(str|bytes)(\d*)$/.exec(dtype) ?? [];
  if (name !== undefined) {
    return {
      type: name === 'str' ? 'string' : 'bytes',
      ...(size && { lost: 'the longest length is left out' }),
    };
  }
  const [, unit] = /^datetime64(?:\[(\w+)\])?$/.exec(dtype) ?? [dtype, false];
  if (unit === false) {
    return undefined;
  }
  return unit === 'D'
    ? { type: 'date' }
    : { type: 'timestamp', lost: 'the unit of time is left out' };
}

/** The dtype that comes nearest to a scalar type, and whether it is the same. */
export function writeDtype(type: ScalarType): { name: string; same?: true } {
  switch (type) {
    case 'boolean':
      return { name: 'bool', same: true };
    case 'string':
      return { name: 'str', same: true };
    case 'bytes':
      return { name: 'bytes', same: true };
    case 'date':
      return { name: 'datetime64[D]', same: true };
    case 'timestamp':
    case 'timestamptz':
      return { name: 'datetime64[ns]' };
    case 'bfloat16':
      return { name: 'float32' };
    default:
      return NUMPY_NUMBERS.includes(type)
        ? { name: type, same: true }
        : { name: 'object' };
  }
}
