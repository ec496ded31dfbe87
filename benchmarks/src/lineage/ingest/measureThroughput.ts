import { LineageGraph } from '@understudy/plugin-lineage-common';
import { gunzipSync } from 'node:zlib';
import { timeMeanwhile } from '../../measuring/timeMeanwhile';
import { median, quantile } from '../../measuring/quantile';
import { PortalClient } from '../../portal/PortalClient';
import { Report } from '../../results/Report';
import { compress, toBatches } from './ingestedEvents';
import { IngestTarget, Took } from './IngestTarget';

/** How many events are sent, and how often. */
export interface ThroughputSize {
  rounds: number;
  /** Of each round, one by one. */
  singles: number;
  /** Of each round, in batches. */
  batched: number;
  /** Events of one batch. */
  batch: number;
}

const SINGLES_PROMISE = 1_000;
const BATCHES_PROMISE = 5_000;
const READ_PROMISE_MS = 1_000;

/** Events per second, one number per round. */
interface Rates {
  accepted: number[];
  drained: number[];
}

/** How many events `measureThroughput` needs. */
export function eventsNeeded(size: ThroughputSize): number {
  return size.rounds * (size.singles + size.batched);
}

/**
 * Sends events one by one and in batches, in turn with requests to a route that
 * does nothing, while somebody reads the graph.
 */
export async function measureThroughput(options: {
  target: IngestTarget;
  reader: PortalClient;
  /** What is read. */
  root: string;
  events: readonly string[];
  size: ThroughputSize;
  title: string;
}): Promise<Report[]> {
  const { target, reader, root, size, title } = options;
  const nothing: number[] = [];
  const bound: number[] = [];
  const singles: Rates = { accepted: [], drained: [] };
  const batches: Rates = { accepted: [], drained: [] };
  const reads: number[] = [];
  const read = () =>
    reader.get<LineageGraph>(`/lineage/graph?${new URLSearchParams({ root })}`);
  const whileReading = async (
    rates: Rates,
    count: number,
    send: () => Promise<Took>,
  ) => {
    const { times, result } = await timeMeanwhile(read, send);
    reads.push(...times);
    rates.accepted.push(perSecond(count, result.accepted));
    rates.drained.push(perSecond(count, result.drained));
  };

  const rest = [...options.events];
  for (let round = 0; round < size.rounds; round += 1) {
    const one = rest.splice(0, size.singles).map(compress);
    const many = toBatches(rest.splice(0, size.batched), size.batch);
    bound.push(perSecond(one.length, timeReading(one)));
    nothing.push(perSecond(one.length, await target.sendToNothing(one)));
    await whileReading(singles, size.singles, () => target.sendSingles(one));
    await whileReading(batches, size.batched, () => target.sendBatches(many));
  }
  return [
    reportRates({
      title,
      nothing,
      bound,
      sent: [
        {
          name: 'events, one by one',
          rates: singles,
          promise: SINGLES_PROMISE,
          // Batches are fewer requests: the peer does not compare with them.
          hasPeer: true,
        },
        {
          name: `events, ${size.batch} at once`,
          rates: batches,
          promise: BATCHES_PROMISE,
        },
      ],
    }),
    reportReads(`${title}: reading the graph meanwhile`, reads),
  ];
}

function reportRates(options: {
  title: string;
  nothing: number[];
  bound: number[];
  sent: { name: string; rates: Rates; promise: number; hasPeer?: boolean }[];
}): Report {
  const { title, nothing, bound, sent } = options;
  const whole = (value: number) => value.toFixed(0);
  return {
    title,
    columns: ['', 'accepted/s', 'ratio to the peer', 'in the graph/s'],
    rows: [
      ...sent.map(({ name, rates, hasPeer }) => [
        name,
        whole(median(rates.accepted)),
        hasPeer ? (median(rates.accepted) / median(nothing)).toFixed(2) : '-',
        whole(median(rates.drained)),
      ]),
      [
        'peer: requests to a route that does nothing',
        whole(median(nothing)),
        '1.00',
        '-',
      ],
      ['bound: gunzip and JSON.parse alone', whole(median(bound)), '-', '-'],
    ],
    missed: sent
      .filter(({ rates, promise }) => median(rates.accepted) < promise)
      .map(
        ({ name, rates, promise }) =>
          `${title}: of '${name}' ${whole(median(rates.accepted))} are accepted per second; promised are at least ${promise}`,
      ),
  };
}

function reportReads(title: string, times: readonly number[]): Report {
  const p99 = quantile(times, 0.99);
  return {
    title,
    columns: ['', 'p50 ms', 'p95 ms', 'p99 ms'],
    rows: [
      [
        'neighbourhood of a job',
        ...[0.5, 0.95, 0.99].map(share => quantile(times, share).toFixed(0)),
      ],
    ],
    missed:
      p99 < READ_PROMISE_MS
        ? []
        : [
            `${title} took ${p99.toFixed(0)} ms at the 99th percentile; promised are less than ${READ_PROMISE_MS} ms`,
          ],
  };
}

function timeReading(bodies: readonly Buffer[]): number {
  const start = performance.now();
  for (const body of bodies) {
    JSON.parse(gunzipSync(body).toString('utf8'));
  }
  return performance.now() - start;
}

function perSecond(count: number, milliseconds: number): number {
  return (count * 1_000) / milliseconds;
}
