import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { shortRuns } from '../../lib/lineage/shortRuns.mjs';
import { assertStored } from '../assertStored.mjs';

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
  const killing = killInTheMiddle(portal, topic);
  await sendAll(topic, events);
  const whenKilled = await killing;
  console.log(
    `Killed after ${whenKilled} of ${events.length} messages were taken`,
  );
  const again = await portal.start();
  await checks.check(
    'Kafka: nothing is lost when the backend is killed while it reads',
    async () => {
      await topic.waitUntilTaken(topic.sent);
      assert.ok(whenKilled < events.length, 'all were taken before the kill');
      await assertStored(again, events);
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
  const before = await topic.taken();
  for (;;) {
    if ((await topic.taken()) - before >= KILL_AFTER) {
      await portal.kill();
      return (await topic.taken()) - before;
    }
    await sleep(20);
  }
}
