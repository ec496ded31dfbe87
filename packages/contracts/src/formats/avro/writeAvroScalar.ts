import { ScalarFieldType } from '../../fields/FieldType';
import { Json } from '../../fields/json';
import { ScalarType, TimeUnit } from '../../fields/scalars';

/** A scalar as Avro has it. */
export interface AvroScalar {
  /** A name, or an object; without a name yet where it is `fixed`. */
  schema: string | { [key: string]: Json };
  /** What it is written as, where Avro has no type for it. */
  nearest?: string;
  /** What of the scalar the schema holds, besides its type. */
  held: readonly (keyof ScalarFieldType)[];
}

const PRIMITIVES: Readonly<Partial<Record<ScalarType, string>>> = {
  boolean: 'boolean',
  int32: 'int',
  int64: 'long',
  float32: 'float',
  float64: 'double',
  string: 'string',
  bytes: 'bytes',
};

const NEAREST: Readonly<Partial<Record<ScalarType, string>>> = {
  int8: 'int',
  int16: 'int',
  uint8: 'int',
  uint16: 'int',
  uint32: 'long',
  uint64: 'long',
  float16: 'float',
  bfloat16: 'float',
  json: 'string',
};

/** The suffixes of the logical types of times. */
const UNITS: Readonly<Record<TimeUnit, string>> = {
  s: 'millis',
  ms: 'millis',
  us: 'micros',
  ns: 'nanos',
};

const NAMED = ['fixedSize', 'name', 'aliases'] as const;

/** Writes a scalar; names are given by who calls. */
export function writeAvroScalar(type: ScalarFieldType): AvroScalar {
  const { fixedSize, timeUnit } = type;
  const fixed = (logicalType?: string): AvroScalar['schema'] => ({
    type: 'fixed',
    size: fixedSize ?? 0,
    ...(logicalType !== undefined && { logicalType }),
  });
  switch (type.type) {
    case 'bytes':
      return fixedSize === undefined
        ? { schema: 'bytes', held: [] }
        : { schema: fixed(), held: NAMED };
    case 'uuid':
      return fixedSize === 16
        ? { schema: fixed('uuid'), held: NAMED }
        : { schema: { type: 'string', logicalType: 'uuid' }, held: [] };
    case 'duration':
      return fixedSize === 12
        ? { schema: fixed('duration'), held: NAMED }
        : { schema: 'string', nearest: 'string', held: [] };
    case 'decimal':
      return writeDecimal(type);
    case 'date':
      return { schema: { type: 'int', logicalType: 'date' }, held: [] };
    case 'time':
      return {
        schema:
          timeUnit === 'ms'
            ? { type: 'int', logicalType: 'time-millis' }
            : { type: 'long', logicalType: 'time-micros' },
        ...(timeUnit !== 'ms' &&
          timeUnit !== 'us' && { nearest: 'time-micros' }),
        held: timeUnit === 'ms' || timeUnit === 'us' ? ['timeUnit'] : [],
      };
    case 'timestamp':
    case 'timestamptz': {
      const local = type.type === 'timestamp' ? 'local-' : '';
      const logicalType = `${local}timestamp-${UNITS[timeUnit ?? 'us']}`;
      const exact = timeUnit !== undefined && timeUnit !== 's';
      return {
        schema: { type: 'long', logicalType },
        ...(!exact && { nearest: logicalType }),
        held: exact ? ['timeUnit'] : [],
      };
    }
    default: {
      const nearest = NEAREST[type.type];
      return {
        schema: PRIMITIVES[type.type] ?? nearest ?? 'bytes',
        ...(nearest !== undefined && { nearest }),
        held: [],
      };
    }
  }
}

function writeDecimal(type: ScalarFieldType): AvroScalar {
  const { precision, scale = 0, fixedSize } = type;
  if (precision === undefined) {
    return {
      schema: { type: 'bytes', logicalType: 'big-decimal' },
      held: [],
    };
  }
  return {
    schema: {
      ...(fixedSize === undefined
        ? { type: 'bytes' }
        : { type: 'fixed', size: fixedSize }),
      ...{ logicalType: 'decimal', precision, scale },
    },
    held: ['precision', 'scale', ...(fixedSize === undefined ? [] : NAMED)],
  };
}
