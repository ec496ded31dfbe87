import { FieldType } from '../fields/FieldType';
import { describeType } from './describeType';
import { readArray } from './readArray';
import { readEnum, readEnumAsScalar, readScalarAsEnum } from './readEnum';
import { readObject, readObjectAsMap } from './readObject';
import { oneName } from './ReadFailure';
import type { Reading } from './Reading';
import { readScalar } from './readScalar';
import { readMap } from './readMap';
import { readTensor } from './readTensor';
import { readUnion } from './readUnion';
import { readVector } from './readVector';
import { Slot } from './Slot';

/** Reads the values of one type, nulls apart, as another. References are resolved. */
export function readType(
  reading: Reading,
  reader: Slot,
  writer: Slot,
  depth: number,
): void {
  const to = reader.type;
  const from = writer.type;
  if (to.kind === 'any' || from.kind === 'never') {
    return;
  }
  if (to.kind === 'never') {
    reading.fail({
      names: oneName('TYPE_CHANGED'),
      severity: 'error',
      ...describePair(reader, writer),
    });
    return;
  }
  if (from.kind === 'any') {
    reading.fail({
      names: {
        plain: 'UNVERIFIABLE_ANY',
        backward: 'TYPE_FROM_ANY',
        forward: 'TYPE_TO_ANY',
      },
      severity: reading.rules.unproven,
      ...describePair(reader, writer),
    });
    return;
  }
  if (to.kind === 'union' || from.kind === 'union') {
    readUnion(reading, reader, writer, depth);
    return;
  }
  // Whether the reader takes null was looked at before.
  if (from.kind === 'null') {
    return;
  }
  if (to.kind === 'opaque' || from.kind === 'opaque') {
    readOpaque(reading, reader, writer);
    return;
  }
  if (to.kind === 'enum' || from.kind === 'enum') {
    if (readEnums(reading, reader, writer)) {
      return;
    }
  } else if (to.kind === 'scalar' && from.kind === 'scalar') {
    readScalar(reading, reader, to, writer, from);
    return;
  } else if (to.kind === 'tensor' && from.kind === 'tensor') {
    readTensor(reading, reader, to, writer, from);
    return;
  } else if (to.kind === 'vector' && from.kind === 'vector') {
    readVector(reading, reader, to, writer, from);
    return;
  } else if (to.kind === 'array' && from.kind === 'array') {
    readArray(
      reading,
      { slot: reader, type: to },
      { slot: writer, type: from },
      depth,
    );
    return;
  } else if (to.kind === 'map' && from.kind === 'map') {
    readMap(
      reading,
      { slot: reader, type: to },
      { slot: writer, type: from },
      depth,
    );
    return;
  } else if (to.kind === 'object' && from.kind === 'object') {
    readObject(
      reading,
      { slot: reader, type: to },
      { slot: writer, type: from },
      depth,
    );
    return;
  } else if (
    to.kind === 'map' &&
    from.kind === 'object' &&
    reading.rules.readsObjectAsMap
  ) {
    readObjectAsMap(
      reading,
      { slot: reader, type: to },
      { slot: writer, type: from },
      depth,
    );
    return;
  }
  reading.fail({
    names: oneName(to.kind === from.kind ? 'TYPE_CHANGED' : 'KIND_CHANGED'),
    severity: 'error',
    ...describePair(reader, writer),
  });
}

/** Where two types are and what they are, for a failure of the whole of them. */
export function describePair(reader: Slot, writer: Slot) {
  return {
    reader: reader.place,
    writer: writer.place,
    readerValue: describeType(reader.type),
    writerValue: describeType(writer.type),
  };
}

/** Returns whether the two were compared; if not, nothing reads the one as the other. */
function readEnums(reading: Reading, reader: Slot, writer: Slot): boolean {
  const to = reader.type;
  const from = writer.type;
  if (to.kind === 'enum' && from.kind === 'enum') {
    readEnum(reading, reader, to, writer, from);
    return true;
  }
  if (to.kind === 'scalar' && from.kind === 'enum') {
    return readEnumAsScalar(reading, reader, to, writer, from);
  }
  if (to.kind === 'enum' && from.kind === 'scalar') {
    return readScalarAsEnum(reading, reader, to, writer, from);
  }
  return false;
}

function readOpaque(reading: Reading, reader: Slot, writer: Slot): void {
  if (isSameOpaque(reader.type, writer.type)) {
    return;
  }
  reading.fail({
    names: oneName('OPAQUE_CHANGED'),
    severity: reading.rules.unproven,
    ...describePair(reader, writer),
  });
}

export function isSameOpaque(to: FieldType, from: FieldType): boolean {
  return (
    to.kind === 'opaque' &&
    from.kind === 'opaque' &&
    to.format === from.format &&
    to.hash === from.hash
  );
}
