import { Report } from '../../results/Report';
import { MemoryUse } from '../portal/memoryPlugin';

const GROWTH_PROMISE_MB = 50;

/** What a portal was like when it had taken a part of the events. */
export interface FloodPart {
  /** Events that it had taken by then. */
  events: number;
  acceptedPerSecond: number;
  /** Events that were not in the graph yet. */
  waiting: number;
  /** Undefined where that cannot be told. */
  memory: MemoryUse | undefined;
}

/** Tells whether memory grows with what is sent: after the first part nothing new is there to be kept. */
export function reportFlood(
  title: string,
  parts: readonly FloodPart[],
  drained: Omit<FloodPart, 'acceptedPerSecond'>,
): Report {
  const megabytes = (bytes: number | undefined) =>
    bytes === undefined ? '-' : (bytes / 2 ** 20).toFixed(0);
  const row = (
    { events, waiting, memory }: Omit<FloodPart, 'acceptedPerSecond'>,
    acceptedPerSecond: string,
  ) => [
    `${events} events`,
    acceptedPerSecond,
    String(waiting),
    megabytes(memory?.now),
    megabytes(memory?.peak),
  ];
  const [first] = parts;
  const grown = Math.max(
    0,
    ...[...parts, drained].map(({ memory }) =>
      memory && first.memory ? memory.now - first.memory.now : 0,
    ),
  );
  return {
    title,
    columns: ['', 'accepted/s', 'waiting', 'memory MB', 'most before MB'],
    rows: [
      ...parts.map(part => row(part, part.acceptedPerSecond.toFixed(0))),
      row(drained, '-'),
    ],
    missed:
      grown < GROWTH_PROMISE_MB * 2 ** 20
        ? []
        : [
            `${title}: memory grew by ${megabytes(grown)} MB after the first part; promised are less than ${GROWTH_PROMISE_MB}`,
          ],
  };
}
