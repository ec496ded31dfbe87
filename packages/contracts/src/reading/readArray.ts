import { ArrayFieldType } from '../fields/FieldType';
import { FailureNames } from './ReadFailure';
import type { Reading } from './Reading';
import { partPlace } from './Place';
import { Slot } from './Slot';

interface ArraySlot {
  slot: Slot;
  type: ArrayFieldType;
}

export const uniqueNames: FailureNames = {
  plain: 'UNIQUE_ADDED',
  backward: 'UNIQUE_ADDED',
  forward: 'UNIQUE_REMOVED',
};

export const lengthNames: FailureNames = {
  plain: 'LENGTH_NARROWED',
  backward: 'LENGTH_NARROWED',
  forward: 'LENGTH_WIDENED',
};

/** Reads one list as another, position by position where those have types of their own. */
export function readArray(
  reading: Reading,
  reader: ArraySlot,
  writer: ArraySlot,
  depth: number,
): void {
  const to = reader.type;
  const from = writer.type;
  if (to.unique && !from.unique) {
    reading.fail({
      names: uniqueNames,
      severity: 'error',
      reader: reader.slot.place,
      writer: writer.slot.place,
      readerValue: 'set',
      writerValue: 'list',
    });
  }
  readCount(reading, reader, writer);
  const positions = Math.max(to.tuple?.length ?? 0, from.tuple?.length ?? 0);
  for (let position = 0; position < positions; position++) {
    reading.read(
      itemSlot(reader, position),
      itemSlot(writer, position),
      depth + 1,
    );
  }
  reading.read(itemSlot(reader), itemSlot(writer), depth + 1);
}

/** The slot of one position, or of the items behind those with types of their own. */
export function itemSlot(array: ArraySlot, position?: number): Slot {
  const own = position === undefined ? undefined : array.type.tuple?.[position];
  const place = partPlace(
    array.slot.place,
    own ? `tuple/${position}` : 'items',
    own ? `[${position}]` : '[]',
  );
  return {
    type: own ?? array.type.items,
    nullable: array.type.nullableItems ?? false,
    place,
    owner: place,
  };
}

function readCount(
  reading: Reading,
  reader: ArraySlot,
  writer: ArraySlot,
): void {
  const { minItems: toMin = 0, maxItems: toMax = Infinity } = reader.type;
  const { minItems: fromMin = 0, maxItems: fromMax = Infinity } = writer.type;
  if (fromMin < toMin || fromMax > toMax) {
    reading.fail({
      names: lengthNames,
      severity: 'error',
      reader: reader.slot.place,
      writer: writer.slot.place,
      readerValue: describeCount(toMin, toMax, 'items'),
      writerValue: describeCount(fromMin, fromMax, 'items'),
    });
  }
}

/** An interval of counts in words. */
export function describeCount(min: number, max: number, noun: string): string {
  if (max === Infinity) {
    return `at least ${min} ${noun}`;
  }
  return min === 0 ? `at most ${max} ${noun}` : `${min} to ${max} ${noun}`;
}
