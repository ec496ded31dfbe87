import { Port } from '../contract/Contract';
import { FieldType } from '../fields/FieldType';
import { PairMemo } from './PairMemo';
import { ReadingRules } from './profiles';
import { oneName, ReadFailure } from './ReadFailure';
import { readConstraints } from './readConstraints';
import { isSameOpaque, readType } from './readType';
import { SymbolicSizes } from './SymbolicSizes';
import { branchesOf, createSide, resolveSlot, Side, Slot } from './Slot';

/** How far types may contain types. */
export const maxDepth = 64;

/** How many things one reading reports before it stops. */
export const maxFailures = 1000;

/** Whether a trial reading went without remarks, with warnings, or not at all. */
export type Readability = 'clean' | 'doubtful' | 'none';

/**
 * One reading of a port by another: walks the two types side by side and
 * reports what the reader cannot take. Cycles end because a pair of types that
 * is being read already is taken as readable; pairs that were read without a
 * remark are not read again, so that shared parts cost once.
 */
export class Reading {
  readonly failures: ReadFailure[] = [];
  readonly reader: Side;
  readonly writer: Side;
  readonly sizes: SymbolicSizes;
  /** Slots that were looked at: what the reading cost. */
  steps = 0;
  /** Not all was looked at. */
  truncated = false;

  private readonly open = new PairMemo<true>();
  private readonly clean = new PairMemo<true>();
  private readonly tried = new PairMemo<Readability>();
  /** Pairs that a trial took as readable, in order, to be forgotten when what they rest on fails. */
  private readonly assumed: [FieldType, FieldType][] = [];
  /** The outcome of the trial that runs, if one does. */
  private trial: Readability | undefined;

  constructor(
    reader: Port,
    writer: Port,
    readonly rules: ReadingRules,
  ) {
    this.reader = createSide(reader);
    this.writer = createSide(writer);
    this.sizes = new SymbolicSizes(this.writer);
  }

  get trying(): boolean {
    return this.trial !== undefined;
  }

  /** Nothing that is found from here on would be reported. */
  get done(): boolean {
    return this.trial === 'none' || this.truncated;
  }

  fail(failure: ReadFailure): void {
    if (this.trial !== undefined) {
      if (failure.severity === 'error') {
        this.trial = 'none';
      } else if (this.trial === 'clean') {
        this.trial = 'doubtful';
      }
      return;
    }
    if (this.failures.length >= maxFailures) {
      this.truncated = true;
      return;
    }
    this.failures.push(failure);
  }

  /** Reads all values of one slot into another. */
  read(reader: Slot, writer: Slot, depth: number): void {
    if (this.done) {
      return;
    }
    this.steps++;
    if (depth > maxDepth) {
      this.fail({
        names: oneName('TRUNCATED'),
        severity: this.rules.unproven,
        reader: reader.place,
        writer: writer.place,
        writerValue: `more than ${maxDepth} levels`,
      });
      return;
    }
    const to = resolveSlot(reader, this.reader);
    const from = resolveSlot(writer, this.writer);
    this.readNull(to, from);
    if (isConstrained(to.type, from.type)) {
      readConstraints(this, to, from);
    }
    this.readPair(to, from, depth);
  }

  /** Tries a reading without reporting anything. */
  try(reader: Slot, writer: Slot, depth: number): Readability {
    const outer = this.trial;
    this.trial = 'clean';
    this.read(reader, writer, depth);
    const result = this.trial as Readability;
    this.trial = outer;
    return result;
  }

  private readNull(reader: Slot, writer: Slot): void {
    if (writer.type.kind === 'any' || reader.type.kind === 'any') {
      return;
    }
    const reads = branchesOf(reader, this.reader).nullable;
    if (reads || !branchesOf(writer, this.writer).nullable) {
      return;
    }
    if (this.rules.nullBecomesDefault && reader.field?.default) {
      return;
    }
    this.fail({
      names: {
        plain: 'NULLABLE_MISMATCH',
        backward: 'NULLABLE_REMOVED',
        forward: 'NULLABLE_ADDED',
      },
      severity: 'error',
      reader: reader.owner,
      writer: writer.owner,
      readerValue: 'not null',
      writerValue: 'nullable',
    });
  }

  private readPair(reader: Slot, writer: Slot, depth: number): void {
    if (isLeaf(reader.type) && isLeaf(writer.type)) {
      readType(this, reader, writer, depth);
    } else if (this.trial === undefined) {
      this.reportPair(reader, writer, depth);
    } else {
      this.tryPair(reader, writer, depth);
    }
  }

  private reportPair(reader: Slot, writer: Slot, depth: number): void {
    const { type: to } = reader;
    const { type: from } = writer;
    if (this.clean.get(to, from) || this.open.get(to, from)) {
      return;
    }
    const before = this.failures.length;
    this.open.set(to, from, true);
    readType(this, reader, writer, depth);
    this.open.delete(to, from);
    if (this.failures.length === before && !this.truncated) {
      this.clean.set(to, from, true);
    }
  }

  private tryPair(reader: Slot, writer: Slot, depth: number): void {
    const { type: to } = reader;
    const { type: from } = writer;
    const known = this.tried.get(to, from);
    if (known !== undefined) {
      this.lower(known);
      return;
    }
    const before = this.trial;
    const start = this.assumed.length;
    this.trial = 'clean';
    this.tried.set(to, from, 'clean');
    this.assumed.push([to, from]);
    readType(this, reader, writer, depth);
    const result = this.trial as Readability;
    if (result === 'none') {
      // What was taken as readable meanwhile may rest on this pair.
      for (const [otherTo, otherFrom] of this.assumed.splice(start)) {
        this.tried.delete(otherTo, otherFrom);
      }
    }
    this.tried.set(to, from, result);
    this.trial = before;
    this.lower(result);
  }

  private lower(result: Readability): void {
    if (result === 'none') {
      this.trial = 'none';
    } else if (result === 'doubtful' && this.trial === 'clean') {
      this.trial = 'doubtful';
    }
  }
}

/** Of nothing, and of what cannot be compared, no bounds are asked. */
function isConstrained(reader: FieldType, writer: FieldType): boolean {
  switch (writer.kind) {
    case 'never':
    case 'null':
      return false;
    case 'any':
      return reader.kind === 'any';
    case 'opaque':
      return isSameOpaque(reader, writer);
    default:
      return reader.kind !== 'never';
  }
}

function isLeaf(type: FieldType): boolean {
  return (
    type.kind === 'scalar' ||
    type.kind === 'any' ||
    type.kind === 'null' ||
    type.kind === 'never' ||
    type.kind === 'opaque'
  );
}
