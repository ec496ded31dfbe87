import assert from 'node:assert/strict';
import { exportLineage } from '../lib/lineage/exportLineage.mjs';
import { waitForDrain } from '../lib/lineage/waitForDrain.mjs';

/**
 * Looks for the starts and ends of runs in the graph.
 *
 * @param {import('./startPortal.mjs').Portal} portal
 * @param {any[]} events
 */
export async function assertStored(portal, events) {
  await waitForDrain(portal.outside);
  const stored = storedEvents(exportLineage(portal.database));
  assert.deepEqual(
    events.map(describe).filter(event => !stored.has(event)),
    [],
  );
}

/** @param {string} exported */
function storedEvents(exported) {
  return new Set(
    exported
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
      .filter(({ type }) => type === 'run')
      .flatMap(({ id, facts }) => [
        ...(facts.start ? [`${id} START`] : []),
        ...(facts.terminal ? [`${id} COMPLETE`] : []),
      ]),
  );
}

/** @param {any} event */
function describe({ run, eventType }) {
  return `${run.runId} ${eventType}`;
}
