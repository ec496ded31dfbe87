import { TensorFieldType } from '../fields/FieldType';
import { describeShape } from './describeType';
import { FailureNames, oneName } from './ReadFailure';
import type { Reading } from './Reading';
import { partPlace } from './Place';
import { Slot } from './Slot';

type Size = number | string | null;

const fixedNames: FailureNames = {
  plain: 'TENSOR_DIM_FIXED',
  backward: 'TENSOR_DIM_FIXED',
  forward: 'TENSOR_DIM_RELAXED',
};

const batchNames: FailureNames = {
  ...fixedNames,
  plain: 'BATCH_DIM_FIXED',
  backward: 'BATCH_DIM_FIXED',
};

/** Reads one tensor as another: element types are never converted, sizes compared one by one. */
export function readTensor(
  reading: Reading,
  reader: Slot,
  to: TensorFieldType,
  writer: Slot,
  from: TensorFieldType,
): void {
  if (to.dtype !== from.dtype) {
    reading.fail({
      names: oneName('TENSOR_DTYPE_CHANGED'),
      severity: 'error',
      reader: partPlace(reader.place, 'dtype'),
      writer: partPlace(writer.place, 'dtype'),
      readerValue: to.dtype,
      writerValue: from.dtype,
    });
  }
  const fail = (names: FailureNames, severity: 'error' | 'warning' = 'error') =>
    reading.fail({
      names,
      severity,
      reader: partPlace(reader.place, 'shape'),
      writer: partPlace(writer.place, 'shape'),
      readerValue: describeShape(to.shape),
      writerValue: describeShape(from.shape),
    });
  if (to.shape === null) {
    return;
  }
  if (from.shape === null) {
    fail(oneName('UNVERIFIABLE_SHAPE'), reading.rules.unproven);
    return;
  }
  if (to.shape.length !== from.shape.length) {
    fail(oneName('TENSOR_RANK_CHANGED'));
    return;
  }
  const found = new Set<FailureNames | 'unproven' | 'changed'>();
  to.shape.forEach((size, index) => {
    const result = readSize(reading, size, from.shape?.[index] ?? null, index);
    if (result) {
      found.add(result);
    }
  });
  for (const result of found) {
    if (result === 'unproven') {
      fail(oneName('UNVERIFIABLE_SHAPE'), reading.rules.unproven);
    } else {
      fail(result === 'changed' ? oneName('TENSOR_DIM_CHANGED') : result);
    }
  }
}

function readSize(
  reading: Reading,
  to: Size,
  from: Size,
  index: number,
): FailureNames | 'unproven' | 'changed' | undefined {
  if (to === null) {
    return undefined;
  }
  if (typeof to === 'string') {
    // A trial looks at one branch of many; only what is chosen binds names.
    const bound = reading.trying ? 'same' : reading.sizes.bind(to, from);
    if (bound === 'same') {
      return undefined;
    }
    return bound === 'unproven' ? 'unproven' : 'changed';
  }
  if (typeof from === 'number') {
    return to === from ? undefined : 'changed';
  }
  return index === 0 && reading.sizes.writerHasBatch ? batchNames : fixedNames;
}
