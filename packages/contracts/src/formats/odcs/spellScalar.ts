import { ScalarFieldType } from '../../fields/FieldType';
import { writeSqlType } from '../openLineage/writeSqlType';
import { JsonObject } from './Kept';
import { DIGITS } from './logicalTypes';

/** How ODCS spells a scalar. */
export interface SpelledScalar {
  logicalType: string;
  options?: JsonObject;
  physicalType?: string;
  /** What of the scalar is said, besides its type. */
  held: readonly (keyof ScalarFieldType)[];
}

const INTEGER_FORMATS: Readonly<Record<string, string>> = {
  int8: 'i8',
  int16: 'i16',
  int32: 'i32',
  uint8: 'u8',
  uint16: 'u16',
  uint32: 'u32',
  uint64: 'u64',
};

/** Spells a scalar by its logical type, and what that leaves open by an option or a physical type. */
export function spellScalar(type: ScalarFieldType): SpelledScalar {
  const { timeUnit } = type;
  const digits = timeUnit === undefined ? '' : `(${DIGITS[timeUnit]})`;
  switch (type.type) {
    case 'boolean':
    case 'date':
    case 'string':
      return { logicalType: type.type, held: [] };
    case 'json':
      return { logicalType: 'object', held: [] };
    case 'int64':
      return { logicalType: 'integer', held: [] };
    case 'float64':
      return { logicalType: 'number', held: [] };
    case 'float32':
      return { logicalType: 'number', options: { format: 'f32' }, held: [] };
    case 'float16':
      return { logicalType: 'number', physicalType: 'float16', held: [] };
    case 'bfloat16':
      return { logicalType: 'number', options: { format: 'f32' }, held: [] };
    case 'decimal':
      return {
        logicalType: 'number',
        physicalType: writeSqlType(type) ?? 'decimal',
        held: type.precision === undefined ? [] : ['precision', 'scale'],
      };
    case 'uuid':
      return { logicalType: 'string', options: { format: 'uuid' }, held: [] };
    case 'bytes':
      return {
        logicalType: 'string',
        options: { format: 'binary' },
        held: [],
      };
    case 'duration':
      return { logicalType: 'string', physicalType: 'interval', held: [] };
    case 'time':
      return {
        logicalType: 'time',
        ...(digits !== '' && { physicalType: `time${digits}` }),
        held: ['timeUnit'],
      };
    case 'timestamp':
    case 'timestamptz':
      return {
        logicalType: 'timestamp',
        options: { timezone: type.type === 'timestamptz' },
        ...(digits !== '' && { physicalType: `timestamp${digits}` }),
        held: ['timeUnit'],
      };
    default:
      return {
        logicalType: 'integer',
        options: { format: INTEGER_FORMATS[type.type] },
        held: [],
      };
  }
}
