import { FieldConstraints } from '../../fields/Field';
import { FormatWalk } from '../FormatWalk';
import { own, ParsedObject, quote } from '../importing/values';
import { pointerTo } from '../pointers';
import { isCount, isNumber, isText } from './tolerant';

const NUMBERS = {
  minimum: 'min',
  maximum: 'max',
  exclusiveMinimum: 'exclusiveMin',
  exclusiveMaximum: 'exclusiveMax',
} as const;

/** Options that are no constraint, or are read with the type. */
const ELSEWHERE = [
  ...['format', 'timezone', 'minItems', 'maxItems', 'uniqueItems', 'required'],
];

/** The constraints in the options of a logical type; dates have bounds that a contract cannot hold. */
export function readOptions(
  options: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): FieldConstraints {
  const read: FieldConstraints = {};
  for (const key of Object.keys(options)) {
    const value = own(options, key);
    if (Object.hasOwn(NUMBERS, key) && isNumber(value)) {
      read[NUMBERS[key as keyof typeof NUMBERS]] = value;
    } else if (key === 'multipleOf' && isNumber(value) && value > 0) {
      read.multipleOf = value;
    } else if ((key === 'minLength' || key === 'maxLength') && isCount(value)) {
      read[key] = value;
    } else if (key === 'pattern' && isText(value)) {
      read.pattern = value;
    } else if (!ELSEWHERE.includes(key) && !isOldExclusive(key, value)) {
      walk.note(
        pointerTo(pointer, key),
        'OPTION_NOT_HELD',
        `A contract cannot hold ${key} ${quote(value)}: it is kept for ODCS only.`,
      );
    }
  }
  return closeOldBounds(read, options);
}

/** Before 3.1 the exclusive bounds said of the others that they are exclusive. */
function isOldExclusive(key: string, value: unknown): boolean {
  return /^exclusiveM(in|ax)imum$/.test(key) && typeof value === 'boolean';
}

function closeOldBounds(
  read: FieldConstraints,
  options: ParsedObject,
): FieldConstraints {
  const { min, max, ...rest } = read;
  const below = own(options, 'exclusiveMinimum') === true;
  const above = own(options, 'exclusiveMaximum') === true;
  return {
    ...rest,
    ...(min !== undefined && { [below ? 'exclusiveMin' : 'min']: min }),
    ...(max !== undefined && { [above ? 'exclusiveMax' : 'max']: max }),
  };
}

/** Leaves out bounds between which there is no value. */
export function soundBounds(
  constraints: FieldConstraints,
  pointer: string,
  walk: FormatWalk,
): FieldConstraints {
  const { min, max, exclusiveMin, exclusiveMax, minLength, maxLength } =
    constraints;
  const low = Math.max(min ?? -Infinity, exclusiveMin ?? -Infinity);
  const high = Math.min(max ?? Infinity, exclusiveMax ?? Infinity);
  const open = exclusiveMin === low || exclusiveMax === high;
  const fits =
    (low < high || (low === high && !open)) &&
    (minLength ?? 0) <= (maxLength ?? Infinity);
  if (fits) {
    return constraints;
  }
  walk.note(
    pointer,
    'NO_VALUE_BETWEEN',
    'The bounds leave no value: they are kept for ODCS only.',
  );
  const { multipleOf, pattern, format, unique } = constraints;
  return {
    ...(multipleOf !== undefined && { multipleOf }),
    ...(pattern !== undefined && { pattern }),
    ...(format !== undefined && { format }),
    ...(unique !== undefined && { unique }),
  };
}
