import { FieldConstraints } from '../fields/Field';
import { FieldType } from '../fields/FieldType';
import { Json } from '../fields/json';
import { integerBounds } from '../fields/integerBounds';
import { describeCount, lengthNames, uniqueNames } from './readArray';
import { FailureNames, oneName } from './ReadFailure';
import type { Reading } from './Reading';
import { partPlace } from './Place';
import { Slot } from './Slot';

function directed(backward: string, forward: string): FailureNames {
  return { plain: backward, backward, forward };
}

const addedNames = directed('RANGE_ADDED', 'RANGE_REMOVED');
const narrowedNames = directed('RANGE_NARROWED', 'RANGE_WIDENED');
const multipleAddedNames = directed('MULTIPLE_OF_ADDED', 'MULTIPLE_OF_REMOVED');
const patternAddedNames = directed('PATTERN_ADDED', 'PATTERN_REMOVED');
const patternChangedNames: FailureNames = {
  plain: 'PATTERN_UNPROVEN',
  backward: 'PATTERN_CHANGED',
  forward: 'PATTERN_CHANGED',
};
const formatAddedNames = directed('FORMAT_ADDED', 'FORMAT_REMOVED');

/** Holds what a writer keeps to against what a reader demands beyond the type. */
export function readConstraints(
  reading: Reading,
  reader: Slot,
  writer: Slot,
): void {
  const to = reader.field?.constraints;
  if (!to) {
    return;
  }
  const from = writer.field?.constraints ?? {};
  const fail = (
    names: FailureNames,
    severity: 'error' | 'warning',
    readerValue: Json | undefined,
    writerValue: Json | undefined,
  ) =>
    reading.fail({
      names,
      severity,
      reader: constraintsPlace(reader),
      writer: constraintsPlace(writer),
      readerValue,
      writerValue,
    });

  const range = intervalOf(to);
  if (range && !isInside(writtenInterval(from, writer), range)) {
    const written = intervalOf(from);
    fail(
      written ? narrowedNames : addedNames,
      'error',
      describeInterval(range),
      written && describeInterval(written),
    );
  }
  if (
    to.multipleOf !== undefined &&
    !writesMultiples(writer, from.multipleOf, to.multipleOf)
  ) {
    fail(
      from.multipleOf === undefined
        ? multipleAddedNames
        : oneName('MULTIPLE_OF_CHANGED'),
      'error',
      to.multipleOf,
      from.multipleOf,
    );
  }
  const { minLength: toMin = 0, maxLength: toMax = Infinity } = to;
  const { minLength: fromMin = 0, maxLength: fromMax = Infinity } = from;
  if (fromMin < toMin || fromMax > toMax) {
    fail(
      lengthNames,
      'error',
      describeCount(toMin, toMax, 'characters'),
      describeCount(fromMin, fromMax, 'characters'),
    );
  }
  if (to.pattern !== undefined && to.pattern !== from.pattern) {
    if (from.pattern === undefined) {
      fail(patternAddedNames, 'error', to.pattern, undefined);
    } else {
      // Whether one pattern includes another is not decided here.
      fail(
        patternChangedNames,
        reading.rules.unproven,
        to.pattern,
        from.pattern,
      );
    }
  }
  if (to.format !== undefined && to.format !== from.format) {
    if (from.format === undefined) {
      fail(formatAddedNames, 'warning', to.format, undefined);
    } else {
      fail(oneName('FORMAT_CHANGED'), 'error', to.format, from.format);
    }
  }
  if (to.unique && !from.unique) {
    fail(uniqueNames, 'error', 'unique', 'not unique');
  }
}

function constraintsPlace(slot: Slot) {
  return slot.field?.constraints
    ? partPlace(slot.owner, 'constraints')
    : slot.owner;
}

interface Interval {
  low: number;
  lowOpen: boolean;
  high: number;
  highOpen: boolean;
}

/** The interval of a field that has one. */
export function intervalOf(
  constraints: FieldConstraints,
): Interval | undefined {
  const {
    min = -Infinity,
    max = Infinity,
    exclusiveMin = -Infinity,
    exclusiveMax = Infinity,
  } = constraints;
  const interval = {
    low: Math.max(min, exclusiveMin),
    lowOpen: exclusiveMin >= min,
    high: Math.min(max, exclusiveMax),
    highOpen: exclusiveMax <= max,
  };
  return interval.low === -Infinity && interval.high === Infinity
    ? undefined
    : interval;
}

/** Integers reach no further than their type, and have a next one; symbols are all there is. */
function writtenInterval(
  constraints: FieldConstraints,
  writer: Slot,
): Interval {
  const written = intervalOf(constraints) ?? {
    low: -Infinity,
    lowOpen: false,
    high: Infinity,
    highOpen: false,
  };
  const { type } = writer;
  const symbols = numbersOf(type);
  if (symbols) {
    return {
      low: Math.max(written.low, symbols[0]),
      lowOpen: written.lowOpen && written.low >= symbols[0],
      high: Math.min(written.high, symbols[symbols.length - 1]),
      highOpen: written.highOpen && written.high <= symbols[symbols.length - 1],
    };
  }
  const bounds = type.kind === 'scalar' ? integerBounds[type.type] : undefined;
  if (!bounds) {
    return written;
  }
  const low = written.lowOpen ? Math.floor(written.low) + 1 : written.low;
  const high = written.highOpen ? Math.ceil(written.high) - 1 : written.high;
  return {
    low: Math.max(low, bounds.min),
    lowOpen: false,
    high: Math.min(high, bounds.max),
    highOpen: false,
  };
}

function isInside(inner: Interval, outer: Interval): boolean {
  const low =
    inner.low > outer.low ||
    (inner.low === outer.low && (inner.lowOpen || !outer.lowOpen)) ||
    outer.low === -Infinity;
  const high =
    inner.high < outer.high ||
    (inner.high === outer.high && (inner.highOpen || !outer.highOpen)) ||
    outer.high === Infinity;
  return low && high;
}

export function describeInterval(interval: Interval): string {
  const { low, lowOpen, high, highOpen } = interval;
  const parts = [
    low === -Infinity ? '' : `${lowOpen ? 'above' : 'at least'} ${low}`,
    high === Infinity ? '' : `${highOpen ? 'below' : 'at most'} ${high}`,
  ];
  return parts.filter(Boolean).join(' and ');
}

/** The symbols of an enum of numbers, smallest first; null was looked at before. */
function numbersOf(type: FieldType): number[] | undefined {
  if (type.kind !== 'enum') {
    return undefined;
  }
  const symbols = type.symbols.filter(symbol => symbol !== null);
  const numbers = symbols.filter(symbol => typeof symbol === 'number');
  return numbers.length > 0 && numbers.length === symbols.length
    ? numbers.sort((a, b) => a - b)
    : undefined;
}

/** Each integer is a multiple of one. */
function writesMultiples(
  writer: Slot,
  written: number | undefined,
  demanded: number,
): boolean {
  const { type } = writer;
  const symbols = numbersOf(type);
  if (
    symbols?.every(symbol => !symbol || isMultiple(Math.abs(symbol), demanded))
  ) {
    return true;
  }
  const isInteger = type.kind === 'scalar' && Boolean(integerBounds[type.type]);
  return isMultiple(written ?? (isInteger ? 1 : undefined), demanded);
}

/** Binary fractions such as 0.1 are multiples up to their rounding only. */
function isMultiple(written: number | undefined, demanded: number): boolean {
  if (written === undefined) {
    return false;
  }
  const ratio = written / demanded;
  return Math.round(ratio) > 0 && Math.abs(ratio - Math.round(ratio)) < 1e-9;
}
