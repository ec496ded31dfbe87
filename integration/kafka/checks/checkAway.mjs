import { shortRuns } from '../../lib/lineage/shortRuns.mjs';
import { assertStored } from '../assertStored.mjs';

const RUNS = 20;

/**
 * Kills the portal when its group has joined and before it has read anything:
 * Kafka knows no offset of it, and where it goes on is up to `fromBeginning`.
 *
 * @param {import('../run.mjs').Play} play
 * @returns {Promise<import('../startPortal.mjs').Portal>} the portal that runs now
 */
export async function checkAway({ checks, portal, topic }) {
  await portal.kill();
  const events = shortRuns({ now: new Date(), runs: RUNS, name: 'away' });
  await topic.send(events);
  const again = await portal.start();
  await checks.check(
    'Kafka: what is written before the backend has read anything is read later',
    async () => {
      await topic.waitUntilTaken(topic.sent);
      await assertStored(again, events);
    },
  );
  return again;
}
