import { ScalarFieldType } from '../fields/FieldType';
import { TimeUnit } from '../fields/scalars';
import { classifyPromotion, comparePromotions } from './comparePromotions';
import { FailureNames, oneName } from './ReadFailure';
import type { Reading } from './Reading';
import { describePair } from './readType';
import { readNamedType } from './readNamedType';
import { Slot } from './Slot';

const timeUnits: readonly TimeUnit[] = ['s', 'ms', 'us', 'ns'];

/** Reads one scalar as another. */
export function readScalar(
  reading: Reading,
  reader: Slot,
  to: ScalarFieldType,
  writer: Slot,
  from: ScalarFieldType,
): void {
  readName(reading, reader, to, writer, from);
  if (isTimestamp(to) && isTimestamp(from) && to.type !== from.type) {
    report(
      reading,
      reader,
      writer,
      oneName('TIMEZONE_SEMANTICS_CHANGED'),
      'error',
    );
    return;
  }
  const { forth, back } = comparePromotions(reading.rules, from, to);
  if (to.type !== from.type) {
    if (forth !== 'none') {
      // Text can be read as bytes, but not as a fixed number of them.
      readSize(reading, reader, to, writer, from);
    }
    if (forth === 'lossless') {
      return;
    }
    const changed = classifyPromotion(forth, back);
    const inverse = classifyPromotion(back, forth);
    report(
      reading,
      reader,
      writer,
      { plain: changed, backward: changed, forward: inverse },
      forth === 'lossy' ? reading.rules.rounding : 'error',
    );
    return;
  }
  if (to.type === 'decimal' && forth === 'none') {
    report(
      reading,
      reader,
      writer,
      decimalNames(from, to, back === 'same'),
      'error',
    );
  }
  readUnits(reading, reader, to, writer, from);
  readSize(reading, reader, to, writer, from);
}

function isTimestamp(type: ScalarFieldType): boolean {
  return type.type === 'timestamp' || type.type === 'timestamptz';
}

function report(
  reading: Reading,
  reader: Slot,
  writer: Slot,
  names: FailureNames,
  severity: 'error' | 'warning',
): void {
  reading.fail({ names, severity, ...describePair(reader, writer) });
}

/** A decimal that keeps fewer digits behind the point is a case of its own, whoever is new. */
function decimalNames(
  from: ScalarFieldType,
  to: ScalarFieldType,
  narrows: boolean,
): FailureNames {
  const fromScale = from.scale ?? 0;
  const toScale = to.scale ?? 0;
  const backward =
    toScale < fromScale ? 'DECIMAL_SCALE_CHANGED' : 'DECIMAL_NARROWED';
  let forward = 'DECIMAL_NARROWED';
  if (fromScale < toScale) {
    forward = 'DECIMAL_SCALE_CHANGED';
  } else if (narrows) {
    forward = 'DECIMAL_WIDENED';
  }
  return { plain: backward, backward, forward };
}

/** A coarser clock rounds. */
function readUnits(
  reading: Reading,
  reader: Slot,
  to: ScalarFieldType,
  writer: Slot,
  from: ScalarFieldType,
): void {
  if (!to.timeUnit || !from.timeUnit) {
    return;
  }
  if (timeUnits.indexOf(to.timeUnit) < timeUnits.indexOf(from.timeUnit)) {
    report(
      reading,
      reader,
      writer,
      {
        plain: 'TIME_UNIT_COARSENED',
        backward: 'TIME_UNIT_COARSENED',
        forward: 'TIME_UNIT_REFINED',
      },
      reading.rules.rounding,
    );
  }
}

function readSize(
  reading: Reading,
  reader: Slot,
  to: ScalarFieldType,
  writer: Slot,
  from: ScalarFieldType,
): void {
  // In Avro, bytes of a fixed and of any number are two kinds of type.
  const free = to.fixedSize === undefined && !reading.rules.namesTypes;
  if (!free && to.fixedSize !== from.fixedSize) {
    report(reading, reader, writer, oneName('FIXED_SIZE_CHANGED'), 'error');
  }
}

function readName(
  reading: Reading,
  reader: Slot,
  to: ScalarFieldType,
  writer: Slot,
  from: ScalarFieldType,
): void {
  if (to.fixedSize !== undefined && from.fixedSize !== undefined) {
    readNamedType(reading, reader, to, writer, from);
  }
}
