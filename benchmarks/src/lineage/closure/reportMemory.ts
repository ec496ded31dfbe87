import { Report } from '../../results/Report';
import { ratio } from '../../results/reportSpeedups';

/** What a graph takes, and how long it took to have it there. */
export interface Held {
  bytes: number;
  readMs?: number;
}

/** Says what connections take in memory. */
export function reportMemory(
  database: string,
  edges: number,
  held: { memory: Held; bare: Held; table: Held },
): Report {
  const row = (name: string, { bytes, readMs }: Held) => [
    name,
    (bytes / 2 ** 20).toFixed(1),
    (bytes / edges).toFixed(1),
    ratio(bytes / held.bare.bytes),
    readMs === undefined ? '-' : (readMs / 1_000).toFixed(2),
  ];
  return {
    title: `A graph of ${edges} connections in memory, from ${database}`,
    columns: ['', 'MB', 'bytes per connection', 'times the peer', 'there in s'],
    rows: [
      row('the graph of the backend, both directions', held.memory),
      row('peer: bare arrays, one direction', held.bare),
      row(`the table with its indexes in ${database}`, held.table),
    ],
    missed: [],
  };
}
