import { ScalarType } from '../../fields/scalars';

/** The datatypes of the protocol; `BYTES` is text as well as anything else. */
export const OIP_DATATYPES: ReadonlyMap<string, ScalarType> = new Map([
  ['BOOL', 'boolean'],
  ['UINT8', 'uint8'],
  ['UINT16', 'uint16'],
  ['UINT32', 'uint32'],
  ['UINT64', 'uint64'],
  ['INT8', 'int8'],
  ['INT16', 'int16'],
  ['INT32', 'int32'],
  ['INT64', 'int64'],
  ['FP16', 'float16'],
  ['FP32', 'float32'],
  ['FP64', 'float64'],
  ['BF16', 'bfloat16'],
  ['BYTES', 'bytes'],
]);

const BY_TYPE = new Map([...OIP_DATATYPES].map(([name, type]) => [type, name]));

/** The datatype of a scalar; `same` unless values lose something by it. */
export function writeDatatype(type: ScalarType): {
  name: string;
  same: boolean;
} {
  const name = BY_TYPE.get(type);
  return { name: name ?? 'BYTES', same: name !== undefined };
}
