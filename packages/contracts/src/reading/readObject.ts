import { Port } from '../contract/Contract';
import { Field } from '../fields/Field';
import { MapFieldType, ObjectFieldType } from '../fields/FieldType';
import { FieldMatch, matchFields } from './matchFields';
import { valuesSlot } from './readMap';
import { ReadingRules } from './profiles';
import { FailureNames, oneName } from './ReadFailure';
import type { Reading } from './Reading';
import { readNamedType } from './readNamedType';
import { fieldSlot, Side, Slot } from './Slot';

interface ObjectSlot {
  slot: Slot;
  type: ObjectFieldType;
}

/** Reads one object as another, field by field. */
export function readObject(
  reading: Reading,
  reader: ObjectSlot,
  writer: ObjectSlot,
  depth: number,
): void {
  readNamedType(reading, reader.slot, reader.type, writer.slot, writer.type);
  const ordered = isPositional(reading.reader);
  // Only the fields of the port itself can have places instead of names.
  if (depth === 0 && ordered !== isPositional(reading.writer)) {
    reading.fail({
      names: ordered
        ? swapNames('FIELD_UNNAMED', 'FIELD_NAMED')
        : swapNames('FIELD_NAMED', 'FIELD_UNNAMED'),
      severity: 'error',
      reader: reader.slot.place,
      writer: writer.slot.place,
      readerValue: ordered ? 'positional' : 'named',
      writerValue: ordered ? 'named' : 'positional',
    });
    return;
  }
  const { pairs, unread } = matchFields(
    reader.type.fields,
    writer.type.fields,
    {
      foldsCase: reading.rules.foldsCase,
      positional: depth === 0 && ordered,
    },
  );
  for (const pair of pairs) {
    if (reading.done) {
      return;
    }
    const field = reader.type.fields[pair.reader];
    const slot = fieldSlot(reader.slot, field, pair.reader);
    if (pair.writer === undefined) {
      readMissing(reading, slot, field, writer);
    } else {
      const written = writer.type.fields[pair.writer];
      const from = fieldSlot(writer.slot, written, pair.writer);
      readName(reading, slot, field, from, written, pair.by);
      readPresence(reading, slot, field, from, written);
      reading.read(slot, from, depth + 1);
    }
  }
  readContent(reading, reader, writer, unread);
}

/** Whether a reader with the field fails on objects without it. */
export function mustBePresent(
  field: Field,
  port: Port,
  rules: ReadingRules,
): boolean {
  return (
    !isFilled(field, port, rules) &&
    (field.required || rules.missingNeedsDefault)
  );
}

/** Whether a default takes the place of a field that is left out. */
function isFilled(field: Field, port: Port, rules: ReadingRules): boolean {
  const fills =
    !rules.fillsParamsOnly ||
    port.direction === 'out' ||
    port.name === 'params';
  return field.default !== undefined && fills;
}

export function isPositional(side: Side): boolean {
  return side.port.ordering === 'positional';
}

function swapNames(backward: string, forward: string): FailureNames {
  return { plain: backward, backward, forward };
}

function readMissing(
  reading: Reading,
  slot: Slot,
  field: Field,
  writer: ObjectSlot,
): void {
  const { rules } = reading;
  if (mustBePresent(field, reading.reader.port, rules)) {
    reading.fail({
      names: {
        plain: 'REQUIRED_FIELD_MISSING',
        backward: 'FIELD_ADDED_REQUIRED',
        forward: 'FIELD_REMOVED',
      },
      severity: 'error',
      reader: slot.owner,
      writer: writer.slot.place,
      only: 'reader',
    });
  } else if (
    rules.doubtsOpenContent &&
    writer.type.unknown !== 'reject' &&
    field.type.kind !== 'any'
  ) {
    reading.fail({
      names: {
        plain: 'PROPERTY_TYPED_IN_OPEN_MODEL',
        backward: 'PROPERTY_TYPED_IN_OPEN_MODEL',
        forward: 'FIELD_REMOVED_OPTIONAL',
      },
      severity: 'error',
      reader: slot.owner,
      writer: writer.slot.place,
      only: 'reader',
    });
  }
}

function readName(
  reading: Reading,
  slot: Slot,
  field: Field,
  from: Slot,
  written: Field,
  by: FieldMatch | undefined,
): void {
  const to = String(field.name);
  const name = String(written.name);
  if (by !== 'case' && (by !== 'id' || to === name)) {
    return;
  }
  if (field.aliases?.includes(name)) {
    return;
  }
  const values = {
    reader: slot.owner,
    writer: from.owner,
    readerValue: field.name,
    writerValue: written.name,
  };
  if (to.toLowerCase() === name.toLowerCase()) {
    reading.fail({
      names: oneName('FIELD_CASE_CHANGED'),
      severity: reading.rules.foldsCase ? 'warning' : 'error',
      ...values,
    });
    return;
  }
  reading.fail({
    names: {
      plain: 'FIELD_RENAMED',
      backward: 'FIELD_RENAMED',
      forward: written.aliases?.includes(to)
        ? 'FIELD_RENAMED_WITH_ALIAS'
        : 'FIELD_RENAMED',
    },
    severity: 'error',
    ...values,
  });
}

function readPresence(
  reading: Reading,
  slot: Slot,
  field: Field,
  from: Slot,
  written: Field,
): void {
  const { rules } = reading;
  if (
    written.required ||
    !field.required ||
    isFilled(field, reading.reader.port, rules)
  ) {
    return;
  }
  reading.fail({
    names: {
      plain: 'PRESENCE_NARROWED',
      backward: 'PRESENCE_NARROWED',
      forward: 'PRESENCE_WIDENED',
    },
    severity: 'error',
    reader: slot.owner,
    writer: from.owner,
    readerValue: 'required',
    writerValue: 'optional',
  });
}

function readContent(
  reading: Reading,
  reader: ObjectSlot,
  writer: ObjectSlot,
  unread: readonly number[],
): void {
  const { rules } = reading;
  if (reader.type.unknown !== 'reject' || rules.dropsUnknownFields) {
    return;
  }
  for (const index of unread) {
    const field = writer.type.fields[index];
    reading.fail({
      names: {
        plain: 'UNKNOWN_FIELD_REJECTED',
        backward: mustBePresent(field, reading.writer.port, rules)
          ? 'FIELD_REMOVED'
          : 'FIELD_REMOVED_OPTIONAL',
        forward: 'UNKNOWN_FIELD_REJECTED',
      },
      severity: 'error',
      reader: reader.slot.place,
      writer: fieldSlot(writer.slot, field, index).owner,
      only: 'writer',
    });
  }
  if (writer.type.unknown !== 'reject' && rules.closedRefusesOpen) {
    reading.fail({
      names: swapNames('CONTENT_MODEL_CLOSED', 'CONTENT_MODEL_OPENED'),
      severity: 'error',
      reader: reader.slot.place,
      writer: writer.slot.place,
      readerValue: reader.type.unknown,
      writerValue: writer.type.unknown,
    });
  }
}

/** A JSON object is also a map, if each of its fields is what the map holds. */
export function readObjectAsMap(
  reading: Reading,
  reader: { slot: Slot; type: MapFieldType },
  writer: ObjectSlot,
  depth: number,
): void {
  writer.type.fields.forEach((field, index) => {
    reading.read(
      valuesSlot(reader),
      fieldSlot(writer.slot, field, index),
      depth + 1,
    );
  });
}
