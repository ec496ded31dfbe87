import { JsonMap, refuse, toMap } from './checks';
import { EventReading } from './EventReading';
import { EventFacts, RunFacts } from '../facts';
import { readInputs, readOutputs } from './readIo';
import { readOwnJob } from './readJob';
import { readRunFacets } from './readRunFacets';
import { toRunId } from './runIds';
import { toCanonicalFacts } from '../merging/mergeRunFacts';
import { hashOf } from '../stamps';

const EVENT_TYPES = [
  'START',
  'RUNNING',
  'COMPLETE',
  'ABORT',
  'FAIL',
  'OTHER',
] as const;
type EventType = (typeof EVENT_TYPES)[number];

const RANKS = { COMPLETE: 1, ABORT: 2, FAIL: 3 } as const;

/** An event about a run of a job. */
export function readRunEvent(
  reading: EventReading,
  event: JsonMap,
): Pick<EventFacts, 'kind' | 'job' | 'run'> {
  const { eventTime, stamp, strict } = reading;
  const run = toMap(event.run, 'run');
  const id = toRunId(run.runId, 'run.runId', strict);
  const type = readEventType(event.eventType, strict);
  const job = readOwnJob(reading, event.job);
  const facts: RunFacts = {
    ...stateOf(reading, type),
    first: eventTime,
    last: stamp,
    inputs: readInputs(reading, event.inputs),
    outputs: readOutputs(reading, event.outputs),
    ...readRunFacets(reading, run.facets),
  };
  if (job.entries !== undefined) {
    facts.entries = { stamp, value: job.entries };
  }
  if (job.snapshots && namesDatasets(facts)) {
    facts.snapshot = stamp;
  }
  if (facts.parent?.value.runId === id.id) {
    // A run that is its own parent would be a loop.
    delete facts.parent;
  }
  reading.otherRuns = distinctRuns(reading, id.id);
  return {
    kind: 'run',
    job: job.key,
    run: { ...id, facts: toCanonicalFacts(facts) },
  };
}

function readEventType(value: unknown, strict: boolean): EventType {
  if (value === undefined || value === null) {
    return 'OTHER';
  }
  if (typeof value !== 'string') {
    return refuse('eventType', value, 'is not a text');
  }
  const known = EVENT_TYPES.find(type => type === value);
  if (!known && strict) {
    refuse('eventType', value, `is none of ${EVENT_TYPES.join(', ')}`);
  }
  // A type that is yet to be invented still says that the run exists.
  return known ?? 'OTHER';
}

/** Parent and root are often the same, and the root the run itself. */
function distinctRuns(
  { otherRuns }: EventReading,
  own: string,
): EventReading['otherRuns'] {
  const byId = new Map<string, EventReading['otherRuns'][number]>();
  for (const run of otherRuns) {
    if (run.id !== own) {
      byId.set(run.id, { ...run, ...byId.get(run.id) });
    }
  }
  return [...byId.values()];
}

function stateOf(
  { eventTime, stamp }: EventReading,
  type: EventType,
): Pick<RunFacts, 'start' | 'running' | 'terminal'> {
  switch (type) {
    case 'START':
      return { start: eventTime, running: true };
    case 'RUNNING':
      return { running: true };
    case 'OTHER':
      return {};
    default:
      return {
        terminal: { at: eventTime, rank: RANKS[type], hash: hashOf(stamp) },
      };
  }
}

/**
 * The last event of a streaming job often names nothing at all. That it has
 * ended does not mean that it never read or wrote.
 */
function namesDatasets({ inputs, outputs }: RunFacts): boolean {
  return Object.keys(inputs).length + Object.keys(outputs).length > 0;
}
