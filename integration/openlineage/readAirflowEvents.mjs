import { existsSync, readdirSync, readFileSync } from 'node:fs';

const folder = new URL(
  '../../../shared/samples/openlineage/airflow/',
  import.meta.url,
);

/**
 * Events that a real Airflow sent, from the samples beside the repository.
 *
 * @returns {{ events: import('../lib/lineage/readSampleEvents.mjs').LineageEvent[] } | { missing: string }}
 */
export function readAirflowEvents() {
  if (!existsSync(folder)) {
    return { missing: 'there are no samples beside the repository' };
  }
  const files = readdirSync(folder).filter(file => file.endsWith('.json'));
  return {
    events: files
      .sort()
      .map(file => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
  };
}
