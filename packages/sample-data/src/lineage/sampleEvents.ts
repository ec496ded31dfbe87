import type { JsonObject } from '@backstage/types';
import { datasetEvents } from './datasetEvents';
import { jobEvents } from './jobEvents';
import { sampleJobs } from './sampleJobs';

const DAY_MS = 86_400_000;
const DAYS = 21;

/**
 * The OpenLineage events of the last three weeks before `now`, in the order in
 * which they would have been sent. An event that two calls both give is the
 * same, so that sending all of them again only adds what is new.
 */
export function sampleEvents(now: Date): JsonObject[] {
  const span = { from: new Date(now.getTime() - DAYS * DAY_MS), to: now };
  return [
    ...sampleJobs.flatMap(job => jobEvents(job, span)),
    ...datasetEvents(),
  ]
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ event }) => event);
}
