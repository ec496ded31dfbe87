import { waitFor } from '../waitFor.mjs';
import { exportLineage } from './exportLineage.mjs';

/** At least twice as long as the catalog is not read for. */
const UNCHANGED_MS = 31_000;

/**
 * What a portal that runs exports once it changes no more. Relations of the catalog are part
 * of the graph, and are read now and then: it is whole when readings have changed nothing.
 *
 * @param {import('./exportLineage.mjs').LineageDatabase} database
 * @returns {Promise<string>}
 */
export async function exportUnchanged(database) {
  let last = '';
  let since = 0;
  return waitFor(
    'the graph to change no more',
    async () => {
      const next = exportAtRest(database);
      if (next === undefined) {
        return undefined;
      }
      if (next !== last) {
        last = next;
        since = Date.now();
      }
      return Date.now() - since > UNCHANGED_MS ? next : undefined;
    },
    { seconds: 240 },
  );
}

/**
 * What a portal that runs exports, as soon as nothing is written meanwhile.
 *
 * @param {import('./exportLineage.mjs').LineageDatabase} database
 * @returns {Promise<string>}
 */
export function exportOnceAtRest(database) {
  return waitFor('an export', async () => exportAtRest(database));
}

/**
 * None when something was written meanwhile, which the export of SQLite refuses.
 *
 * @param {import('./exportLineage.mjs').LineageDatabase} database
 * @returns {string | undefined}
 */
export function exportAtRest(database) {
  try {
    return exportLineage(database);
  } catch (error) {
    if (/was written to during the export/.test(String(error))) {
      return undefined;
    }
    throw error;
  }
}
