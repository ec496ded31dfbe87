import { EnumFieldType, ScalarFieldType } from '../fields/FieldType';
import { classifyPromotion, comparePromotions } from './comparePromotions';
import { FailureNames } from './ReadFailure';
import type { Reading } from './Reading';
import { describePair } from './readType';
import { partPlace } from './Place';
import { readNamedType } from './readNamedType';
import { Slot } from './Slot';

/** Symbols that a message lists before it only counts them. */
const maxListed = 20;

/** Reads one enum as another. */
export function readEnum(
  reading: Reading,
  reader: Slot,
  to: EnumFieldType,
  writer: Slot,
  from: EnumFieldType,
): void {
  readNamedType(reading, reader, to, writer, from);
  readBase(reading, reader, scalarOf(to), writer, scalarOf(from));
  if (to.fallback !== undefined) {
    return;
  }
  const known = new Set(to.symbols);
  // Whether null is read was looked at before.
  const missing = from.symbols.filter(
    symbol => symbol !== null && !known.has(symbol),
  );
  if (missing.length) {
    reading.fail({
      names: {
        plain: 'ENUM_SYMBOL_REMOVED',
        backward: 'ENUM_SYMBOL_REMOVED',
        forward: 'ENUM_SYMBOL_ADDED',
      },
      severity: 'error',
      reader: partPlace(reader.place, 'symbols'),
      writer: partPlace(writer.place, 'symbols'),
      writerValue: missing.slice(0, maxListed),
    });
  }
}

export function readEnumAsScalar(
  reading: Reading,
  reader: Slot,
  to: ScalarFieldType,
  writer: Slot,
  from: EnumFieldType,
): boolean {
  if (!reading.rules.readsEnumAsBase) {
    return false;
  }
  readBase(reading, reader, to, writer, scalarOf(from));
  return true;
}

/** Only booleans are known to be no more than the symbols of an enum. */
export function readScalarAsEnum(
  reading: Reading,
  reader: Slot,
  to: EnumFieldType,
  writer: Slot,
  from: ScalarFieldType,
): boolean {
  const { forth } = comparePromotions(reading.rules, from, scalarOf(to));
  if (forth === 'none' || !reading.rules.readsEnumAsBase) {
    return false;
  }
  const covered =
    from.type === 'boolean' &&
    to.symbols.includes(true) &&
    to.symbols.includes(false);
  if (!covered && to.fallback === undefined) {
    reading.fail({
      names: {
        plain: 'ENUM_CONSTRAINT_ADDED',
        backward: 'ENUM_CONSTRAINT_ADDED',
        forward: 'ENUM_CONSTRAINT_REMOVED',
      },
      severity: 'error',
      ...describePair(reader, writer),
    });
  }
  return true;
}

function scalarOf(type: EnumFieldType): ScalarFieldType {
  return { kind: 'scalar', type: type.base };
}

function readBase(
  reading: Reading,
  reader: Slot,
  to: ScalarFieldType,
  writer: Slot,
  from: ScalarFieldType,
): void {
  const { forth, back } = comparePromotions(reading.rules, from, to);
  if (forth === 'same' || forth === 'lossless') {
    return;
  }
  const changed = classifyPromotion(forth, back);
  const names: FailureNames = {
    plain: changed,
    backward: changed,
    forward: classifyPromotion(back, forth),
  };
  reading.fail({
    names,
    severity: forth === 'lossy' ? reading.rules.rounding : 'error',
    ...describePair(reader, writer),
  });
}
