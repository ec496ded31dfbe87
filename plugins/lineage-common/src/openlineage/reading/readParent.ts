import { JsonMap, toMap, toOptionalMap } from './checks';
import { EventReading } from './EventReading';
import { NameKey } from '../facts';
import { readOtherJob } from './readJob';
import { toRunId } from './runIds';

/**
 * The `parent` facet of a run: the run it is part of, often known through it
 * before it has events of its own. The root run is remembered too.
 */
export function readParent(
  reading: EventReading,
  facet: JsonMap,
  path: string,
): { runId: string; job?: NameKey } {
  const { id, job } = readOtherRun(reading, facet, path);
  const root = toOptionalMap(facet.root, `${path}.root`);
  if (root) {
    readOtherRun(reading, root, `${path}.root`);
  }
  return job === undefined ? { runId: id } : { runId: id, job };
}

function readOtherRun(reading: EventReading, value: JsonMap, path: string) {
  const run = toMap(value.run, `${path}.run`);
  const other: EventReading['otherRuns'][number] = toRunId(
    run.runId,
    `${path}.run.runId`,
    reading.strict,
  );
  if (reading.strict || (value.job ?? undefined) !== undefined) {
    other.job = readOtherJob(reading, value.job, `${path}.job`);
  }
  reading.otherRuns.push(other);
  return other;
}
