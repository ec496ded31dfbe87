import {
  EventFacts,
  mergeRunFacts,
  NameKey,
  RunFacts,
  Stamp,
} from '@understudy/plugin-lineage-common';

/** Everything that is known of a run, as the column `facts` of its row has it. */
export interface StoredRun extends RunFacts {
  /** The job it is a run of. What its own events say beats what others say. */
  job?: { own: boolean; stamp: Stamp; key: NameKey };
  /** Of the latest event that named it; kept until it has an event of its own. */
  named?: Stamp;
}

const nothing: RunFacts = { inputs: {}, outputs: {} };

/** What a run event says of its run. */
export function readOwnRun(event: EventFacts): StoredRun | undefined {
  const { job, run, stamp } = event;
  return run && job
    ? {
        ...mergeRunFacts(nothing, run.facts),
        job: { own: true, stamp, key: job },
      }
    : undefined;
}

/** What an event says of another run that it names. */
export function readNamedRun(
  event: EventFacts,
  other: EventFacts['otherRuns'][number],
): StoredRun {
  const { stamp } = event;
  return {
    ...nothing,
    named: stamp,
    ...(other.job && { job: { own: false, stamp, key: other.job } }),
  };
}

/** Commutative, associative and idempotent, like the merging of facts. */
export function mergeStoredRuns(a: StoredRun, b: StoredRun): StoredRun {
  const facts = mergeRunFacts(a, b);
  const job = laterJob(a.job, b.job);
  const named = laterStamp(a.named, b.named);
  return {
    ...facts,
    ...(job && { job }),
    ...(!facts.last && named && { named }),
  };
}

function laterJob(a: StoredRun['job'], b: StoredRun['job']): StoredRun['job'] {
  if (!a || !b) {
    return a ?? b;
  }
  if (a.own !== b.own) {
    return a.own ? a : b;
  }
  if (a.stamp !== b.stamp) {
    return a.stamp < b.stamp ? b : a;
  }
  // One event that names a run twice.
  return a.key < b.key ? b : a;
}

function laterStamp(a?: Stamp, b?: Stamp): Stamp | undefined {
  if (!a || !b) {
    return a ?? b;
  }
  return a < b ? b : a;
}
