import { ScalarFieldType } from '../../fields/FieldType';
import {
  own,
  ParsedObject,
  quote,
  readCount,
  readString,
} from '../importing/values';
import { FormatWalk } from '../FormatWalk';
import { pointerTo } from '../pointers';

type Logical = Pick<ScalarFieldType, 'type' | 'timeUnit'>;

/** By physical and logical type. */
const LOGICAL_TYPES = new Map<string, Logical>([
  ['int/date', { type: 'date' }],
  ['int/time-millis', { type: 'time', timeUnit: 'ms' }],
  ['long/time-micros', { type: 'time', timeUnit: 'us' }],
  ['long/timestamp-millis', { type: 'timestamptz', timeUnit: 'ms' }],
  ['long/timestamp-micros', { type: 'timestamptz', timeUnit: 'us' }],
  ['long/timestamp-nanos', { type: 'timestamptz', timeUnit: 'ns' }],
  ['long/local-timestamp-millis', { type: 'timestamp', timeUnit: 'ms' }],
  ['long/local-timestamp-micros', { type: 'timestamp', timeUnit: 'us' }],
  ['long/local-timestamp-nanos', { type: 'timestamp', timeUnit: 'ns' }],
  ['string/uuid', { type: 'uuid' }],
  ['fixed/uuid', { type: 'uuid' }],
  ['fixed/duration', { type: 'duration' }],
  ['bytes/big-decimal', { type: 'decimal' }],
]);

const FIXED_SIZES = new Map([
  ['uuid', 16],
  ['duration', 12],
]);

/** Replaces a physical type by its logical one; as Avro asks, one that makes no sense is ignored. */
export function applyLogicalType(
  physical: ScalarFieldType,
  avroType: string,
  schema: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): ScalarFieldType {
  const value = own(schema, 'logicalType');
  if (value === undefined) {
    return physical;
  }
  const place = pointerTo(pointer, 'logicalType');
  const name = readString(value, place);
  const logical =
    name === 'decimal'
      ? readDecimal(physical, avroType, schema, pointer)
      : LOGICAL_TYPES.get(`${avroType}/${name}`);
  const size = avroType === 'fixed' ? FIXED_SIZES.get(name) : undefined;
  if (!logical || (size !== undefined && size !== physical.fixedSize)) {
    walk.note(
      place,
      'LOGICAL_TYPE_IGNORED',
      `The logical type ${quote(name)} does not go with this ${avroType}, and is read as plain ${avroType}.`,
    );
    return physical;
  }
  return { ...physical, ...logical };
}

function readDecimal(
  { fixedSize }: ScalarFieldType,
  avroType: string,
  schema: ParsedObject,
  pointer: string,
): Partial<ScalarFieldType> | undefined {
  const digits = own(schema, 'precision');
  if (!['bytes', 'fixed'].includes(avroType) || digits === undefined) {
    return undefined;
  }
  const precision = readCount(digits, pointerTo(pointer, 'precision'));
  const scale = readCount(
    own(schema, 'scale') ?? 0,
    pointerTo(pointer, 'scale'),
  );
  const fits =
    fixedSize === undefined ||
    precision <= Math.floor(Math.log10(2) * (8 * fixedSize - 1));
  return precision > 0 && scale <= precision && fits
    ? { type: 'decimal', precision, scale }
    : undefined;
}
