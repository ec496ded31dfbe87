import { edgesOfRun, mergeRunFacts, RunFacts } from '../../index';
import { arrows, dataset, ETL, facet, job, read } from './events';

export const nothing: RunFacts = { inputs: {}, outputs: {} };

/** What the events of one run say, merged. */
export function factsOf(...events: unknown[]): RunFacts {
  return events
    .map(event => read(event).run?.facts ?? nothing)
    .reduce(mergeRunFacts, nothing);
}

/** Edges of the run of `etl` that the events are about. */
export function edges(...events: unknown[]): string[] {
  return arrows(edgesOfRun(ETL, factsOf(...events)));
}

export const datasets = (...names: string[]) =>
  names.map(name => dataset(name));

/** A dataset, or a job, in the explicit `lineage` facet. */
export const from = (name: string) => ({ ...dataset(name), type: 'DATASET' });
export const fromJob = (name: string) => ({ ...job(name), type: 'JOB' });
export const fromOwnJob = { type: 'JOB' };

/** The job `etl` with the explicit `lineage` facet. */
export const withEntries = (...entries: Record<string, unknown>[]) => ({
  ...job('etl'),
  facets: { lineage: facet({ entries }) },
});
