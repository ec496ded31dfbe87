import { Port } from '../contract/Contract';
import { ReadFailure } from '../reading/ReadFailure';
import { readPort } from '../reading/readPort';
import { Change } from '../findings/Change';
import { DiffContext } from './DiffContext';

/** The places of two versions of a port in their contracts. */
export interface PortPair {
  old: Port;
  new: Port;
  /** JSON Pointers. */
  oldPointer: string;
  newPointer: string;
}

/** What the new version cannot read of the old one. */
export function backwardChanges(
  pair: PortPair,
  context: DiffContext,
): Change[] {
  return readPort(pair.new, pair.old, context.rules).failures.map(failure =>
    asBackward(failure, pair, context.partial),
  );
}

/** What the old version cannot read of the new one. */
export function forwardChanges(pair: PortPair, context: DiffContext): Change[] {
  return readPort(pair.old, pair.new, context.rules).failures.map(failure => {
    const { names, severity, reader, writer, only } = failure;
    return {
      ruleId: context.partial ? names.plain : names.forward,
      ...portOf(pair),
      ...(only !== 'writer' && {
        oldPointer: `${pair.oldPointer}${reader.pointer}`,
      }),
      ...(only !== 'reader' && {
        newPointer: `${pair.newPointer}${writer.pointer}`,
      }),
      path: only === 'reader' ? reader.path : writer.path,
      old: failure.readerValue,
      new: failure.writerValue,
      backward: 'ok',
      forward: severity,
    };
  });
}

function asBackward(
  failure: ReadFailure,
  pair: PortPair,
  partial: boolean,
): Change {
  const { names, severity, reader, writer, only } = failure;
  const ruleId = partial ? names.plain : names.backward;
  return {
    ruleId,
    ...portOf(pair),
    ...(only !== 'reader' && {
      oldPointer: `${pair.oldPointer}${writer.pointer}`,
    }),
    ...(only !== 'writer' && {
      newPointer: `${pair.newPointer}${reader.pointer}`,
    }),
    path: only === 'writer' ? writer.path : reader.path,
    old: failure.writerValue,
    new: failure.readerValue,
    // A schema that says less than before has been shown to narrow.
    backward: ruleId === 'TYPE_FROM_ANY' ? 'error' : severity,
    // The old reader takes single rows, which is not what it counts on.
    forward: ruleId === 'BATCH_DIM_FIXED' ? 'warning' : 'ok',
  };
}

function portOf(pair: PortPair) {
  return { port: pair.new.name, portDirection: pair.new.direction };
}
