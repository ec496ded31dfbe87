import { randomUUID } from 'node:crypto';

/** @typedef {import('./readSampleEvents.mjs').LineageEvent} LineageEvent */

const JOBS = 25;

/**
 * Short runs, each with a START and a COMPLETE; the run ids tell which arrived.
 *
 * @param {{ now: Date, runs: number, name: string }} options
 * @returns {LineageEvent[]}
 */
export function shortRuns({ now, runs, name }) {
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
