import { JsonObject } from '@backstage/types';
import { gzipSync } from 'node:zlib';
import { sampleEvents } from '../../../../packages/sample-data/src/lineage/sampleEvents';
import { randomNumbers } from '../randomNumbers';

const SPAN_MS = 21 * 86_400_000;
/** As the clients of OpenLineage do it. */
const GZIP_LEVEL = 3;

/**
 * So many different events of the jobs of the sample organisation, the latest
 * ones before `end`, in the order in which they happened.
 */
export function ingestedEvents(count: number, end: Date): string[] {
  let events = new Set<string>();
  for (let to = end.getTime(); events.size < count; to -= SPAN_MS) {
    const span = sampleEvents(new Date(to)).map(asText);
    events = new Set([...span, ...events]);
  }
  return [...events].slice(-count);
}

/**
 * About so many events of the same jobs, the latest ones before `end`, in the order in
 * which they happened, some weeks at a time: all at once would not fit into memory.
 */
export function* weeksOfEvents(count: number, end: Date): Generator<string[]> {
  const latest = sampleEvents(end).map(asText);
  for (
    let before = Math.ceil(count / latest.length) - 1;
    before > 0;
    before--
  ) {
    yield sampleEvents(new Date(end.getTime() - before * SPAN_MS)).map(asText);
  }
  yield latest;
}

/** The events three times each, in no order. */
export function shuffledThrice(events: readonly string[]): string[] {
  const random = randomNumbers(events.length);
  return [...events, ...events, ...events]
    .map(event => ({ event, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ event }) => event);
}

/** Bodies of batches of so many events, compressed. */
export function toBatches(events: readonly string[], size: number): Buffer[] {
  const batches: Buffer[] = [];
  for (let start = 0; start < events.length; start += size) {
    batches.push(compress(`[${events.slice(start, start + size).join(',')}]`));
  }
  return batches;
}

/** The body of a request, as clients send it. */
export function compress(text: string): Buffer {
  return gzipSync(text, { level: GZIP_LEVEL });
}

function asText(event: JsonObject): string {
  return JSON.stringify(event);
}
