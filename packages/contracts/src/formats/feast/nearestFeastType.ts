import { FieldType } from '../../fields/FieldType';
import { ScalarType } from '../../fields/scalars';
import { writeFeastType } from './feastTypes';

/** A type that holds the values, if not all that is said of them. */
export function nearestFeastType(type: FieldType): string {
  switch (type.kind) {
    case 'enum':
      return writeFeastType({ kind: 'scalar', type: type.base }) ?? 'STRING';
    case 'map':
      return 'MAP';
    case 'object':
      return 'STRUCT';
    case 'array':
      return type.unique ? 'VALUE_SET' : 'VALUE_LIST';
    case 'tensor':
      return 'VALUE_LIST';
    case 'scalar':
      return nearestScalar(type.type);
    default:
      return 'JSON';
  }
}

function nearestScalar(type: ScalarType): string {
  switch (type) {
    case 'int8':
    case 'int16':
    case 'uint8':
    case 'uint16':
      return 'INT32';
    case 'uint32':
    case 'uint64':
      return 'INT64';
    case 'float16':
    case 'bfloat16':
      return 'FLOAT';
    case 'decimal':
      return 'DECIMAL';
    case 'bytes':
      return 'BYTES';
    case 'date':
    case 'timestamp':
      return 'UNIX_TIMESTAMP';
    case 'timestamptz':
      return 'ZONED_TIMESTAMP';
    default:
      return 'STRING';
  }
}
