import { MapFieldType } from '../fields/FieldType';
import { partPlace } from './Place';
import { oneName } from './ReadFailure';
import type { Reading } from './Reading';
import { Slot } from './Slot';

interface MapSlot {
  slot: Slot;
  type: MapFieldType;
}

/** Reads one map as another: keys have to be of one type. */
export function readMap(
  reading: Reading,
  reader: MapSlot,
  writer: MapSlot,
  depth: number,
): void {
  if (reader.type.keys !== writer.type.keys) {
    reading.fail({
      names: oneName('MAP_KEY_CHANGED'),
      severity: 'error',
      reader: partPlace(reader.slot.place, 'keys'),
      writer: partPlace(writer.slot.place, 'keys'),
      readerValue: reader.type.keys,
      writerValue: writer.type.keys,
    });
  }
  reading.read(valuesSlot(reader), valuesSlot(writer), depth + 1);
}

export function valuesSlot(map: MapSlot): Slot {
  const place = partPlace(map.slot.place, 'values', '{}');
  return {
    type: map.type.values,
    nullable: map.type.nullableValues ?? false,
    place,
    owner: place,
  };
}
