import { FieldType, ScalarFieldType } from '../../fields/FieldType';
import { ScalarType, TimeUnit } from '../../fields/scalars';

/** Names that the importer reads as the same type again, without an ambiguity. */
const NAMES: Readonly<Partial<Record<ScalarType, string>>> = {
  boolean: 'boolean',
  int8: 'tinyint',
  int16: 'smallint',
  int32: 'int',
  int64: 'bigint',
  uint8: 'tinyint unsigned',
  uint16: 'smallint unsigned',
  uint32: 'int unsigned',
  uint64: 'bigint unsigned',
  float16: 'float16',
  float32: 'real',
  float64: 'double',
  string: 'string',
  bytes: 'binary',
  date: 'date',
  duration: 'interval',
  uuid: 'uuid',
  json: 'json',
};

const DIGITS: Readonly<Record<TimeUnit, number>> = {
  s: 0,
  ms: 3,
  us: 6,
  ns: 9,
};

/** A type as Spark, Trino and their kin write it; nothing where they have no word for it. */
export function writeSqlType(type: FieldType): string | undefined {
  switch (type.kind) {
    case 'scalar':
      return writeScalar(type);
    case 'array': {
      const items = writeSqlType(type.items);
      return items === undefined ||
        type.tuple ||
        type.unique ||
        type.minItems !== undefined ||
        type.maxItems !== undefined
        ? undefined
        : `array<${items}${type.nullableItems ? '' : ' not null'}>`;
    }
    case 'map': {
      const keys = writeSqlType({ kind: 'scalar', type: type.keys });
      const values = writeSqlType(type.values);
      return keys === undefined || values === undefined
        ? undefined
        : `map<${keys},${values}${type.nullableValues ? '' : ' not null'}>`;
    }
    default:
      return undefined;
  }
}

function writeScalar(type: ScalarFieldType): string | undefined {
  const digits =
    type.timeUnit === undefined ? '' : `(${DIGITS[type.timeUnit]})`;
  if (type.fixedSize !== undefined || type.name !== undefined) {
    return undefined;
  }
  switch (type.type) {
    case 'decimal':
      return type.precision === undefined
        ? 'decimal'
        : `decimal(${type.precision},${type.scale ?? 0})`;
    case 'time':
      return `time${digits}`;
    case 'timestamp':
      return `timestamp${digits} without time zone`;
    case 'timestamptz':
      return `timestamp${digits} with time zone`;
    default:
      return NAMES[type.type];
  }
}
