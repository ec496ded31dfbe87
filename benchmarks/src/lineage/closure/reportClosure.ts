import { median, quantile } from '../../measuring/quantile';
import { Report } from '../../results/Report';
import { ratio } from '../../results/reportSpeedups';

const BARE_PROMISE = 2;
/** The bare loop itself is some 40 times faster. */
const POSTGRES_PROMISE = 15;

/** Milliseconds of each way to the same nodes. */
export interface ClosureTimes {
  database: 'SQLite' | 'PostgreSQL';
  reached: number;
  edges: number;
  memory: readonly number[];
  bare: readonly number[];
  /** All in the database, which tells how many they are. */
  counted: readonly number[];
  /** The same, and the backend is sent them. */
  sent: readonly number[];
}

/** Says how far the walk is from the least it could take, and from the database. */
export function reportClosure(measured: ClosureTimes): Report {
  const { database, reached, edges, memory, bare, counted, sent } = measured;
  const title = `Everything that depends on a node, ${reached} of ${edges} connections, beside ${database}`;
  const slower = median(memory) / median(bare);
  const faster = median(counted) / median(memory);
  const row = (name: string, times: readonly number[]) => [
    name,
    median(times).toFixed(1),
    quantile(times, 0.95).toFixed(1),
    ((median(times) * 1_000) / reached).toFixed(3),
    ratio(median(times) / median(bare)),
    ratio(median(counted) / median(times)),
  ];
  return {
    title,
    columns: [
      '',
      'p50 ms',
      'p95 ms',
      'us per node',
      'times the bare loop',
      'times faster than SQL',
    ],
    rows: [
      row('the walk of the backend, graph in memory', memory),
      row('peer: a bare loop over arrays', bare),
      row(`peer: recursive SQL, counted in ${database}`, counted),
      row(`peer: recursive SQL, sent by ${database}`, sent),
    ],
    missed: [
      ...(slower > BARE_PROMISE
        ? [
            `${title}: the walk takes ${ratio(slower)} times as long as a bare loop; promised is at most ${BARE_PROMISE}`,
          ]
        : []),
      ...(database === 'PostgreSQL' && faster < POSTGRES_PROMISE
        ? [
            `${title}: the walk is ${ratio(faster)} times faster than recursive SQL; promised is at least ${POSTGRES_PROMISE}`,
          ]
        : []),
    ],
  };
}
