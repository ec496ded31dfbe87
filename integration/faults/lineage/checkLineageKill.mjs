import assert from 'node:assert/strict';
import { exportOnceAtRest } from '../../lib/lineage/exportUnchanged.mjs';
import { nameOfEvent, storedRunEvents } from '../../lib/lineage/runEvents.mjs';
import { waitForDrain } from '../../lib/lineage/waitForDrain.mjs';
import { sendAll, sendUntilTaken } from './acknowledged.mjs';

/** Enough to be in the middle of storing and of drawing the graph. */
const KILL_AFTER = 300;

/**
 * Kills a replica like `kill -9` while hundreds of requests are under way, and
 * compares what it acknowledged with what is there afterwards.
 *
 * @param {object} options
 * @param {import('../startPortal.mjs').Portal} options.portal
 * @param {import('./acknowledged.mjs').LineageEvent[]} options.events
 * @param {import('../../lib/Checks.mjs').Checks} options.checks
 * @param {string} options.where
 */
export async function checkLineageKill({ portal, events, checks, where }) {
  const [victim] = portal.replicas;
  /** @type {Promise<void> | undefined} */
  let killed;
  const { acknowledged, rest, answers } = await sendAll(victim, events, {
    onAcknowledged: count => {
      if (count >= KILL_AFTER) {
        killed ??= portal.kill(victim);
      }
    },
  });
  await killed;
  console.log(
    `${where}: killed after ${acknowledged.length} of ${events.length} events were acknowledged; answers ${JSON.stringify(answers)}`,
  );
  const replica = portal.replicas[0] ?? (await portal.add());
  await waitForDrain(replica.outside);
  const stored = storedRunEvents(await exportOnceAtRest(replica.lineage));

  await checks.check(
    `${where}: nothing that was acknowledged before a kill -9 is lost`,
    () => {
      assert.ok(killed, 'the replica was not killed in the middle');
      assert.ok(rest.length > 0, 'all events were acknowledged before');
      assert.deepEqual(
        acknowledged.filter(event => !stored.has(nameOfEvent(event))),
        [],
      );
    },
  );
  await sendUntilTaken(replica, rest);
}
