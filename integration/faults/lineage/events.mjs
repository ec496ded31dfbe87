import { randomUUID } from 'node:crypto';
import { troublesomeEvents } from '../../lib/lineage/troublesomeEvents.mjs';

/** @typedef {import('../../lib/lineage/readSampleEvents.mjs').LineageEvent} LineageEvent */

const JOBS = 25;

/**
 * Short runs, each with a START and a COMPLETE; the run ids tell which arrived.
 *
 * @param {{ now: Date, runs: number, name: string }} options
 * @returns {LineageEvent[]}
 */
function shortRuns({ now, runs, name }) {
  return Array.from({ length: runs }, (_, index) => {
    const runId = randomUUID();
    const job = `${name}-${index % JOBS}`;
    return ['START', 'COMPLETE'].map((eventType, step) => ({
      eventType,
      eventTime: new Date(
        now.getTime() - 3_600_000 + index * 1000 + step * 500,
      ).toISOString(),
      producer: 'https://producer.example.com',
      schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json',
      run: { runId },
      job: { namespace: 'faults', name: job },
      inputs: [{ namespace: 'file', name: `/in/${job}` }],
      outputs: [{ namespace: 'file', name: `/out/${index % 3}` }],
    }));
  }).flat();
}

/**
 * What every portal of these tests is told in the end, in parts: some while
 * replicas share the work, some while one is killed, some while there is too
 * much to do.
 */
export function lineageEvents() {
  const now = new Date();
  const seed = now.getTime() % 1_000_000;
  return {
    seed,
    shared: [
      ...troublesomeEvents({ now, count: 300, seed }),
      ...shortRuns({ now, runs: 100, name: 'shared' }),
    ],
    killed: shortRuns({ now, runs: 500, name: 'killed' }),
    crowded: shortRuns({ now, runs: 200, name: 'crowded' }),
  };
}
