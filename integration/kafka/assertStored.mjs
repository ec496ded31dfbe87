import assert from 'node:assert/strict';
import { exportOnceAtRest } from '../lib/lineage/exportUnchanged.mjs';
import { nameOfEvent, storedRunEvents } from '../lib/lineage/runEvents.mjs';
import { waitForDrain } from '../lib/lineage/waitForDrain.mjs';

/**
 * Looks for the starts and ends of runs in the graph.
 *
 * @param {import('./startPortal.mjs').Portal} portal
 * @param {any[]} events
 */
export async function assertStored(portal, events) {
  await waitForDrain(portal.outside);
  const stored = storedRunEvents(await exportOnceAtRest(portal.database));
  assert.deepEqual(
    events.map(nameOfEvent).filter(event => !stored.has(event)),
    [],
  );
}
