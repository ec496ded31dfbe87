import { shortRuns } from '../../lib/lineage/shortRuns.mjs';
import { troublesomeEvents } from '../../lib/lineage/troublesomeEvents.mjs';

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
