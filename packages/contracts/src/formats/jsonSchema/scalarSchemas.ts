import { ScalarType } from '../../fields/scalars';
import { NATURAL_BOUNDS } from './readScalar';

/** How each scalar type is written, and whether it is read as the same type again. */
export const SCALAR_SCHEMAS: Readonly<
  Record<
    ScalarType,
    {
      type: 'boolean' | 'integer' | 'number' | 'string';
      lost?: true;
      [keyword: string]: unknown;
    }
  >
> = {
  boolean: { type: 'boolean' },
  int8: integer('int8'),
  int16: integer('int16'),
  int32: integer('int32'),
  int64: { type: 'integer' },
  uint8: integer('uint8'),
  uint16: integer('uint16'),
  uint32: integer('uint32'),
  uint64: integer('uint64'),
  float16: { type: 'number', lost: true },
  bfloat16: { type: 'number', lost: true },
  float32: { type: 'number', format: 'float' },
  float64: { type: 'number' },
  decimal: { type: 'number', format: 'decimal' },
  string: { type: 'string' },
  bytes: { type: 'string', contentEncoding: 'base64' },
  date: { type: 'string', format: 'date' },
  time: { type: 'string', format: 'time' },
  timestamp: { type: 'string', format: 'date-time-local' },
  timestamptz: { type: 'string', format: 'date-time' },
  duration: { type: 'string', format: 'duration' },
  uuid: { type: 'string', format: 'uuid' },
  json: { type: 'string', contentMediaType: 'application/json' },
};

/** Bounds are written out for validators that know no formats. */
function integer(type: ScalarType) {
  const { min, max } = NATURAL_BOUNDS.get(type) ?? {};
  return {
    type: 'integer' as const,
    format: type,
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
  };
}
