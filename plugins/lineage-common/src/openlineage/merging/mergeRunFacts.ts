import { NameKey, RunFacts } from '../facts';
import { MAX_RUN_DATASETS } from '../limits';
import { mergeInput, mergeOutput } from './mergeIo';
import { earlierText, latest, laterText } from '../stamps';

/**
 * Everything that two sets of events of one run say. Commutative, associative
 * and idempotent, and the same text in JSON whichever way it came about: the
 * order of events and their repetition do not matter.
 *
 * @public
 */
export function mergeRunFacts(a: RunFacts, b: RunFacts): RunFacts {
  const inputs = mergeRecords(a.inputs, b.inputs, mergeInput);
  const outputs = mergeRecords(a.outputs, b.outputs, mergeOutput);
  const merged: RunFacts = {
    start: earlierText(a.start, b.start),
    first: earlierText(a.first, b.first),
    last: laterText(a.last, b.last),
    running: a.running || b.running ? true : undefined,
    terminal: laterTerminal(a.terminal, b.terminal),
    snapshot: laterText(a.snapshot, b.snapshot),
    inputs: inputs.record,
    outputs: outputs.record,
    entries: latest(a.entries, b.entries),
    dependencies: latest(a.dependencies, b.dependencies),
    parent: latest(a.parent, b.parent),
    nominal: latest(a.nominal, b.nominal),
    error: latest(a.error, b.error),
    tags: latest(a.tags, b.tags),
    engine: latest(a.engine, b.engine),
    cut: a.cut || b.cut || inputs.cut || outputs.cut ? true : undefined,
  };
  return withoutUndefined(merged);
}

type Terminal = NonNullable<RunFacts['terminal']>;

function laterTerminal(a?: Terminal, b?: Terminal): Terminal | undefined {
  if (!a || !b) {
    return a ?? b;
  }
  if (a.at !== b.at) {
    return a.at < b.at ? b : a;
  }
  if (a.rank !== b.rank) {
    return a.rank < b.rank ? b : a;
  }
  return a.hash < b.hash ? b : a;
}

/** The same facts as merging writes them. */
export function toCanonicalFacts(facts: RunFacts): RunFacts {
  return mergeRunFacts({ inputs: {}, outputs: {} }, facts);
}

/**
 * Of too many the first in alphabetical order are kept. Whatever is dropped on
 * the way has that many before it, so it would not be among them in the end
 * either: the order of merging still does not matter.
 */
function mergeRecords<T>(
  a: Record<NameKey, T>,
  b: Record<NameKey, T>,
  merge: (a: T | undefined, b: T) => T,
): { record: Record<NameKey, T>; cut: boolean } {
  const all = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    all.set(key, merge(all.get(key), value));
  }
  const entries = [...all].sort(([x], [y]) => (x < y ? -1 : 1));
  return {
    record: Object.fromEntries(entries.slice(0, MAX_RUN_DATASETS)),
    cut: entries.length > MAX_RUN_DATASETS,
  };
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined),
  ) as T;
}
