import { canonicalJson } from '../canonical/canonicalJson';
import { describeType } from './describeType';
import { readsName } from './readNamedType';
import { FailureNames, oneName } from './ReadFailure';
import type { Reading } from './Reading';
import { branchesOf, Slot } from './Slot';

const branchNames: FailureNames = {
  plain: 'UNION_BRANCH_REMOVED',
  backward: 'UNION_BRANCH_REMOVED',
  forward: 'UNION_BRANCH_ADDED',
};

/** Reads values of any of several types: for each that is written, some type of the reader has to read it. */
export function readUnion(
  reading: Reading,
  reader: Slot,
  writer: Slot,
  depth: number,
): void {
  // Null was looked at before, for the whole of the two.
  const readers = branchesOf(reader, reading.reader).branches.map(
    ({ type, place, owner }) => ({ type, place, owner, nullable: true }),
  );
  const writers = branchesOf(writer, reading.writer)
    .branches.filter(({ type }) => type.kind !== 'never')
    .map(({ type, place, owner }) => ({ type, place, owner, nullable: false }));
  for (const branch of writers) {
    if (reading.done) {
      return;
    }
    const chosen = chooseBranch(reading, readers, branch, writers, depth);
    if (chosen) {
      reading.read(chosen, branch, depth + 1);
    } else {
      reading.fail({
        names:
          writers.length > 1
            ? branchNames
            : oneName(
                readers.some(({ type }) => type.kind === branch.type.kind)
                  ? 'TYPE_CHANGED'
                  : 'KIND_CHANGED',
              ),
        severity: 'error',
        reader: reader.place,
        writer: branch.place,
        // A branch is a place of its own, which the reader does not have.
        only: writers.length > 1 ? 'writer' : undefined,
        readerValue: describeType(reader.type),
        writerValue: describeType(branch.type),
      });
    }
  }
}

/**
 * The branch of the reader that takes what a branch of the writer holds:
 * without remarks, else with warnings; failing both, the only one that it can
 * be meant for, so that what is wrong is said in place.
 */
function chooseBranch(
  reading: Reading,
  readers: readonly Slot[],
  branch: Slot,
  writers: readonly Slot[],
  depth: number,
): Slot | undefined {
  if (readers.length === 1 && writers.length === 1) {
    return readers[0];
  }
  const alike = readers.filter(({ type }) => type.kind === branch.type.kind);
  const same = branch.type.kind === 'tensor' && findSame(alike, branch);
  if (same) {
    return same;
  }
  const others = readers.filter(({ type }) => type.kind !== branch.type.kind);
  let doubtful: Slot | undefined;
  for (const candidate of [...alike, ...others]) {
    const result = reading.try(candidate, branch, depth + 1);
    if (result === 'clean') {
      return candidate;
    }
    if (result === 'doubtful') {
      doubtful ??= candidate;
    }
  }
  if (doubtful) {
    return doubtful;
  }
  return findCounterpart(readers, branch, writers);
}

/** A named size takes any other, so that a tensor would also fit one that it is not. */
function findSame(readers: readonly Slot[], branch: Slot): Slot | undefined {
  const text = canonicalJson(branch.type);
  return readers.find(({ type }) => canonicalJson(type) === text);
}

/** Only objects are worth saying more of than that the branch cannot be read. */
function findCounterpart(
  readers: readonly Slot[],
  branch: Slot,
  writers: readonly Slot[],
): Slot | undefined {
  const { type } = branch;
  if (type.kind !== 'object') {
    return undefined;
  }
  const named = (slot: Slot) =>
    slot.type.kind === 'object' && readsName(slot.type, type);
  const candidates = readers.filter(named);
  return candidates.length === 1 && writers.filter(named).length === 1
    ? candidates[0]
    : undefined;
}
