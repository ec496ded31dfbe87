import { quantile } from '../measuring/quantile';
import { Report } from './Report';

/**
 * Compares times with those of a peer in the same run.
 *
 * @param options.times - milliseconds, by name
 * @param options.peer - the name of the peer among them
 * @param options.promise - the 95th percentile must be below this, in ms
 */
export function reportTimes(options: {
  title: string;
  times: ReadonlyMap<string, number[]>;
  peer: string;
  promise: number;
}): Report {
  const { title, times, peer, promise } = options;
  const reference = quantile(times.get(peer) ?? [], 0.5);
  const names = [...times.keys()].filter(name => name !== peer);
  const p95 = (name: string) => quantile(times.get(name) ?? [], 0.95);
  return {
    title,
    columns: ['', 'p50 ms', 'p95 ms', 'times the peer'],
    rows: [...names, peer].map(name => {
      const p50 = quantile(times.get(name) ?? [], 0.5);
      return [
        name === peer ? `peer: ${peer}` : name,
        p50.toFixed(1),
        p95(name).toFixed(1),
        (p50 / reference).toFixed(1),
      ];
    }),
    missed: names
      .filter(name => p95(name) >= promise)
      .map(
        name =>
          `${title}: '${name}' took ${p95(name).toFixed(0)} ms at the 95th percentile; promised are less than ${promise} ms`,
      ),
  };
}
