import { JsonMap, isMap, toMap } from './checks';
import { EventReading, readName } from './EventReading';
import { LineageEntry, NameKey } from '../facts';
import { findFacet, stateFacets, toFacets } from './readFacets';
import { readLineageEntries } from './readLineageFacet';

/** What the event says about its own job. */
export interface OwnJob {
  key: NameKey;
  /** Undefined: the facet is absent; null: it was deleted. */
  entries: LineageEntry[] | null | undefined;
  /** Its events state all their inputs and outputs, not only new ones. */
  snapshots: boolean;
}

/** `job` of a run or job event. */
export function readOwnJob(reading: EventReading, value: unknown): OwnJob {
  const job = toMap(value, 'job');
  const key = readName(reading, 'job', job, 'job');
  reading.job = key;
  const facets = toFacets(reading, job.facets, 'job.facets');
  stateFacets(reading, key, facets);
  const lineage = findFacet(facets, 'lineage');
  return {
    key,
    entries:
      lineage && readLineageEntries(reading, lineage, 'job.facets.lineage'),
    snapshots: hasSnapshots(findFacet(facets, 'jobType')),
  };
}

function hasSnapshots(jobType: JsonMap | undefined): boolean {
  const pattern = jobType?.emissionPattern;
  return isMap(pattern) && pattern.eventContentMode === 'COMPLETE_SNAPSHOT';
}

/** A job that an event names besides its own; its facets are taken as said about it. */
export function readOtherJob(
  reading: EventReading,
  value: unknown,
  path: string,
): NameKey {
  const job = toMap(value, path);
  const key = readName(reading, 'job', job, path);
  stateFacets(reading, key, toFacets(reading, job.facets, `${path}.facets`));
  return key;
}
