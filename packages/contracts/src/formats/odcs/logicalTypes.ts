import { ScalarFieldType } from '../../fields/FieldType';
import { ScalarType, TimeUnit } from '../../fields/scalars';

/** The logical types of ODCS. */
export const LOGICAL_TYPES = [
  ...(['string', 'date', 'timestamp', 'time', 'number'] as const),
  ...(['integer', 'object', 'array', 'boolean'] as const),
] as const;

export type LogicalType = (typeof LOGICAL_TYPES)[number];

const INTEGERS: readonly ScalarType[] = [
  ...(['int8', 'int16', 'int32', 'int64'] as const),
  ...(['uint8', 'uint16', 'uint32', 'uint64'] as const),
];

/** The scalar types that a physical type can make of a logical one. */
export const REFINEMENTS: Readonly<
  Partial<Record<LogicalType, readonly ScalarType[]>>
> = {
  string: ['string', 'uuid', 'bytes', 'duration'],
  date: ['date'],
  timestamp: ['timestamp', 'timestamptz'],
  time: ['time'],
  number: [...INTEGERS, 'float16', 'float32', 'float64', 'decimal'],
  integer: [...INTEGERS, 'decimal'],
  object: ['json'],
  boolean: ['boolean'],
};

/** What a logical type means when nothing refines it. */
export const PLAIN_TYPES: Readonly<Partial<Record<LogicalType, ScalarType>>> = {
  string: 'string',
  date: 'date',
  timestamp: 'timestamp',
  time: 'time',
  number: 'float64',
  integer: 'int64',
  object: 'json',
  boolean: 'boolean',
};

/** The option `format` of numbers. Wider integers than 64 bits are decimals here. */
export const NUMBER_FORMATS: ReadonlyMap<
  string,
  Omit<ScalarFieldType, 'kind'>
> = new Map(
  Object.entries({
    i8: { type: 'int8' },
    i16: { type: 'int16' },
    i32: { type: 'int32' },
    i64: { type: 'int64' },
    i128: { type: 'decimal', precision: 39, scale: 0 },
    u8: { type: 'uint8' },
    u16: { type: 'uint16' },
    u32: { type: 'uint32' },
    u64: { type: 'uint64' },
    u128: { type: 'decimal', precision: 39, scale: 0 },
    f32: { type: 'float32' },
    f64: { type: 'float64' },
  } as const),
);

/** The option `format` of texts, where it makes another type of them. */
export const TEXT_FORMATS: ReadonlyMap<string, ScalarType> = new Map([
  ['uuid', 'uuid'],
  ['binary', 'bytes'],
]);

export const DIGITS: Readonly<Record<TimeUnit, number>> = {
  s: 0,
  ms: 3,
  us: 6,
  ns: 9,
};
