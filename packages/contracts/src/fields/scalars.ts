/**
 * The scalar types of all formats that contracts are read from.
 *
 * @public
 */
export const scalarTypes = [
  'boolean',
  'int8',
  'int16',
  'int32',
  'int64',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'float16',
  'bfloat16',
  'float32',
  'float64',
  'decimal',
  'string',
  'bytes',
  'date',
  'time',
  'timestamp',
  'timestamptz',
  'duration',
  'uuid',
  'json',
] as const;

/**
 * One of {@link scalarTypes}.
 *
 * @public
 */
export type ScalarType = (typeof scalarTypes)[number];

/**
 * The unit that times are counted in, from coarse to fine.
 *
 * @public
 */
export type TimeUnit = 's' | 'ms' | 'us' | 'ns';
