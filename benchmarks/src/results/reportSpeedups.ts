import { median, quantile } from '../measuring/quantile';
import { Report } from './Report';

/** Something that was timed, and what it is compared with. */
export interface Compared {
  name: string;
  /** Milliseconds. */
  times: readonly number[];
  /** Milliseconds of a peer in the same run. A peer itself has none. */
  peer?: readonly number[];
  promise?: {
    /** 95 of 100 must take less than so many milliseconds. */
    p95?: number;
    /** The median of the peer must be at least so many times as long. */
    faster?: number;
  };
}

/** Says how many times faster than their peers things are. */
export function reportSpeedups(
  title: string,
  compared: readonly Compared[],
): Report {
  return {
    title,
    columns: ['', 'p50 ms', 'p95 ms', 'times faster than the peer'],
    rows: compared.map(({ name, times, peer }) => [
      name,
      milliseconds(median(times)),
      milliseconds(quantile(times, 0.95)),
      peer ? ratio(speedup(times, peer)) : '-',
    ]),
    missed: compared.flatMap(each =>
      missedBy(each).map(problem => `${title}: '${each.name}' ${problem}`),
    ),
  };
}

/** A ratio in few digits. */
export function ratio(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

function milliseconds(value: number): string {
  return value < 1 ? value.toFixed(2) : value.toFixed(1);
}

function speedup(times: readonly number[], peer: readonly number[]): number {
  return median(peer) / median(times);
}

function missedBy({ times, peer, promise = {} }: Compared): string[] {
  const p95 = quantile(times, 0.95);
  const missed: string[] = [];
  if (promise.p95 !== undefined && p95 >= promise.p95) {
    missed.push(
      `took ${p95.toFixed(0)} ms at the 95th percentile; promised are less than ${promise.p95} ms`,
    );
  }
  if (promise.faster !== undefined && peer) {
    const faster = speedup(times, peer);
    if (faster < promise.faster) {
      missed.push(
        `is ${ratio(faster)} times faster than the peer; promised is at least ${promise.faster}`,
      );
    }
  }
  return missed;
}
