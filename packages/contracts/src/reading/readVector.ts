import { VectorFieldType } from '../fields/FieldType';
import { Json } from '../fields/json';
import { oneName } from './ReadFailure';
import type { Reading } from './Reading';
import { partPlace } from './Place';
import { Slot } from './Slot';

/** Reads embeddings: only those of one encoder can be compared with each other. */
export function readVector(
  reading: Reading,
  reader: Slot,
  to: VectorFieldType,
  writer: Slot,
  from: VectorFieldType,
): void {
  const compare = (
    part: 'dtype' | 'length' | 'metric' | 'spaceId',
    ruleId: string,
  ) => {
    const readerValue: Json | undefined = to[part];
    const writerValue: Json | undefined = from[part];
    if (readerValue === undefined || readerValue === writerValue) {
      return;
    }
    const undeclared = writerValue === undefined;
    reading.fail({
      names: oneName(undeclared ? 'UNVERIFIABLE_SHAPE' : ruleId),
      severity: undeclared ? reading.rules.unproven : 'error',
      // The writer has no such part to point at where it declares none.
      reader: undeclared ? reader.place : partPlace(reader.place, part),
      writer: undeclared ? writer.place : partPlace(writer.place, part),
      readerValue,
      writerValue,
    });
  };
  compare('dtype', 'TENSOR_DTYPE_CHANGED');
  compare('length', 'VECTOR_LENGTH_CHANGED');
  compare('metric', 'EMBEDDING_SPACE_CHANGED');
  compare('spaceId', 'EMBEDDING_SPACE_CHANGED');
}
