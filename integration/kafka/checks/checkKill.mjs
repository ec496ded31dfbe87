import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { shortRuns } from '../../lib/lineage/shortRuns.mjs';
import { exportLineage } from '../../lib/lineage/exportLineage.mjs';
import { waitForDrain } from '../../lib/lineage/waitForDrain.mjs';

const RUNS = 400;
const KILL_AFTER = 100;
const PARCEL = 20;

/**
 * Kills the portal while it reads, starts it again, and looks for every event
 * that was written.
 *
 * @param {import('../run.mjs').Play} play
 * @returns {Promise<import('../startPortal.mjs').Portal>} the portal that runs now
 */
export async function checkKill({ checks, portal, topic }) {
  const events = shortRuns({ now: new Date(), runs: RUNS, name: 'kafka' });
  const sending = sendAll(topic, events);
  const whenKilled = await killInTheMiddle(portal, topic);
  await sending;
  console.log(
    `Killed after ${whenKilled} of ${events.length} messages were taken`,
  );
  const again = await portal.start();
  await checks.check(
    'Kafka: nothing is lost when the backend is killed while it reads',
    async () => {
      await topic.waitUntilTaken(topic.sent);
      await waitForDrain(again.outside);
      assert.ok(whenKilled < events.length, 'all were taken before the kill');
      const stored = storedEvents(exportLineage(again.database));
      assert.deepEqual(
        events.map(describe).filter(event => !stored.has(event)),
        [],
      );
    },
  );
  return again;
}

/**
 * @param {import('../Topic.mjs').Topic} topic
 * @param {any[]} events
 */
async function sendAll(topic, events) {
  for (let start = 0; start < events.length; start += PARCEL) {
    await topic.send(events.slice(start, start + PARCEL));
  }
}

/**
 * @param {import('../startPortal.mjs').Portal} portal
 * @param {import('../Topic.mjs').Topic} topic
 */
async function killInTheMiddle(portal, topic) {
  for (;;) {
    if ((await topic.taken()) >= KILL_AFTER) {
      await portal.kill();
      return await topic.taken();
    }
    await sleep(20);
  }
}

/**
 * The starts and ends of runs that are in the graph.
 *
 * @param {string} exported
 */
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
