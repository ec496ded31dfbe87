import { FieldConstraints } from '../../fields/Field';
import { ScalarFieldType } from '../../fields/FieldType';
import { ScalarType } from '../../fields/scalars';
import { ParsedObject } from '../importing/values';
import { SimpleType } from './readTypes';

/** What `format` makes of each type, in JSON Schema and in the format registry of OpenAPI. */
export const SCALARS_OF_FORMATS: Readonly<
  Record<Exclude<SimpleType, 'boolean'>, ReadonlyMap<unknown, ScalarType>>
> = {
  integer: new Map<string, ScalarType>([
    ['int8', 'int8'],
    ['int16', 'int16'],
    ['int32', 'int32'],
    ['int64', 'int64'],
    ['uint8', 'uint8'],
    ['uint16', 'uint16'],
    ['uint32', 'uint32'],
    ['uint64', 'uint64'],
  ]),
  number: new Map<string, ScalarType>([
    ['float', 'float32'],
    ['double', 'float64'],
    ['decimal', 'decimal'],
  ]),
  string: new Map<string, ScalarType>([
    ['date', 'date'],
    ['time', 'time'],
    ['date-time', 'timestamptz'],
    ['date-time-local', 'timestamp'],
    ['duration', 'duration'],
    ['uuid', 'uuid'],
    ['byte', 'bytes'],
    ['binary', 'bytes'],
    ['decimal', 'decimal'],
  ]),
};

const PLAIN: Readonly<Record<SimpleType, ScalarType>> = {
  boolean: 'boolean',
  integer: 'int64',
  number: 'float64',
  string: 'string',
};

/** The bounds that these types have by themselves, and that say nothing more where they are repeated. */
export const NATURAL_BOUNDS: ReadonlyMap<
  ScalarType,
  { min: number; max?: number }
> = new Map([
  ['int8', { min: -128, max: 127 }],
  ['int16', { min: -32_768, max: 32_767 }],
  ['uint8', { min: 0, max: 255 }],
  ['uint16', { min: 0, max: 65_535 }],
  ['uint32', { min: 0, max: 4_294_967_295 }],
  // The largest one is not a number that JavaScript can hold.
  ['uint64', { min: 0 }],
]);

/** Reads one type with its format; what is left of the constraints is not in the type. */
export function readScalar(
  simple: SimpleType,
  schema: ParsedObject,
  constraints: FieldConstraints,
): { type: ScalarFieldType; constraints: FieldConstraints } {
  const { format, ...others } = constraints;
  const formatted =
    simple === 'boolean' ? undefined : SCALARS_OF_FORMATS[simple].get(format);
  const content = simple === 'string' ? readContent(schema) : undefined;
  const type = formatted ?? content ?? PLAIN[simple];
  return {
    type: { kind: 'scalar', type },
    constraints: withoutNaturalBounds(type, formatted ? others : constraints),
  };
}

function readContent(schema: ParsedObject): ScalarType | undefined {
  if (schema.contentEncoding !== undefined) {
    return 'bytes';
  }
  return schema.contentMediaType === 'application/json' ? 'json' : undefined;
}

function withoutNaturalBounds(
  type: ScalarType,
  constraints: FieldConstraints,
): FieldConstraints {
  const natural = NATURAL_BOUNDS.get(type);
  const { min, max, ...others } = constraints;
  return {
    ...(min !== undefined && min !== natural?.min && { min }),
    ...(max !== undefined && max !== natural?.max && { max }),
    ...others,
  };
}
