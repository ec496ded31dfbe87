import { checkUri, JsonMap, refuse, toMap } from './checks';
import { EventReading, readName } from './EventReading';
import { toEventTime } from './eventTime';
import { EventFacts, RunFacts } from '../facts';
import { toCanonicalFacts } from '../merging/mergeRunFacts';
import { readOtherNames } from './readDatasetFacets';
import { findFacet, stateFacets, toFacets } from './readFacets';
import { readInputs, readOutputs } from './readIo';
import { OwnJob, readOwnJob } from './readJob';
import { readDatasetLineage } from './readLineageFacet';
import { readRunEvent } from './readRunEvent';
import { toStamp } from '../stamps';

/**
 * How {@link readOpenLineageEvent} reads.
 *
 * @public
 */
export interface ReadOpenLineageEventOptions {
  /**
   * SHA-256 of the canonical text of the event, in hexadecimal or base64url: it
   * decides between two events of the same time.
   */
  hash: string;
  /** Refuse everything that the specification does not allow. */
  strict?: boolean;
  /** Events much later than now are refused: they would make all others old. */
  now: Date;
}

/**
 * Reads an OpenLineage event of any version into facts that can be merged in any
 * order. What kind of event it is follows from its shape: with `run` it is a run
 * event, else with `job` a job event, else with `dataset` a dataset event.
 *
 * Pass it through `sanitizeOpenLineageEvent` first: facts hold parts of the event.
 *
 * @throws InputError that names the place and the value that cannot be read.
 * @public
 */
export function readOpenLineageEvent(
  value: unknown,
  options: ReadOpenLineageEventOptions,
): EventFacts {
  const event = toMap(value, 'event');
  const { strict = false, now } = options;
  const eventTime = toEventTime(event.eventTime, { strict, now });
  const reading: EventReading = {
    strict,
    eventTime,
    stamp: toStamp(eventTime, options.hash),
    names: {},
    facets: new Map(),
    otherNames: new Map(),
    otherRuns: [],
    inputLineage: new Map(),
  };
  checkOrigin(event, strict);
  const about = readByShape(reading, event);
  return {
    ...about,
    eventTime,
    stamp: reading.stamp,
    names: reading.names,
    facets: [...reading.facets.values()],
    otherNames: [...reading.otherNames.values()].flat(),
    otherRuns: reading.otherRuns,
    ...(reading.inputLineage.size > 0 && {
      inputLineage: Array.from(reading.inputLineage, ([dataset, sources]) => ({
        dataset,
        sources,
      })),
    }),
  };
}

function checkOrigin(event: JsonMap, strict: boolean): void {
  for (const key of ['producer', 'schemaURL'] as const) {
    const value = event[key];
    if (strict) {
      checkUri(value, key);
    } else if (isStated(value) && typeof value !== 'string') {
      refuse(key, value, 'is not a text');
    }
  }
}

function readByShape(
  reading: EventReading,
  event: JsonMap,
): Pick<EventFacts, 'kind' | 'job' | 'run' | 'declared' | 'datasetLineage'> {
  if (isStated(event.run)) {
    return readRunEvent(reading, event);
  }
  if (isStated(event.job)) {
    return readJobEvent(reading, event);
  }
  if (isStated(event.dataset)) {
    return readDatasetEvent(reading, event);
  }
  return refuse('event', event, 'has none of run, job and dataset');
}

function isStated(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function readJobEvent(
  reading: EventReading,
  event: JsonMap,
): Pick<EventFacts, 'kind' | 'job' | 'declared'> {
  const job = readOwnJob(reading, event.job);
  const declared = readDeclared(reading, event, job);
  return {
    kind: 'job',
    job: job.key,
    ...(declared && { declared: toCanonicalFacts(declared) }),
  };
}

function readDeclared(
  reading: EventReading,
  event: JsonMap,
  job: OwnJob,
): RunFacts | undefined {
  const facts: RunFacts = {
    inputs: readInputs(reading, event.inputs),
    outputs: readOutputs(reading, event.outputs),
  };
  if (job.entries !== undefined) {
    facts.entries = { stamp: reading.stamp, value: job.entries };
    return facts;
  }
  return isStated(event.inputs) || isStated(event.outputs) ? facts : undefined;
}

function readDatasetEvent(
  reading: EventReading,
  event: JsonMap,
): Pick<EventFacts, 'kind' | 'datasetLineage'> {
  const value = toMap(event.dataset, 'dataset');
  const dataset = readName(reading, 'dataset', value, 'dataset');
  const facets = toFacets(reading, value.facets, 'dataset.facets');
  stateFacets(reading, dataset, facets);
  readOtherNames(reading, dataset, facets, 'dataset.facets');
  const facet = findFacet(facets, 'lineage');
  const sources =
    facet && readDatasetLineage(reading, facet, 'dataset.facets.lineage');
  return sources === undefined
    ? { kind: 'dataset' }
    : { kind: 'dataset', datasetLineage: { dataset, sources } };
}
