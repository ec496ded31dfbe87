import assert from 'node:assert/strict';
import { waitFor } from '../../lib/waitFor.mjs';

/**
 * What is JSON and no event stops nobody: it is kept as a dead letter.
 *
 * @param {import('../run.mjs').Play} play
 */
export async function checkRefused({ checks, portal, topic }) {
  await checks.check(
    'Kafka: a message that is no event is kept, and the next ones are read',
    async () => {
      const now = new Date().toISOString();
      await topic.send([
        { eventTime: now, job: { namespace: 'kafka', name: '' } },
        {
          eventTime: now,
          job: { namespace: 'kafka', name: '' },
          inputs: 'none',
        },
        { eventTime: now, job: { namespace: 'kafka', name: 'after' } },
      ]);
      await topic.waitUntilTaken(topic.sent);
      const letters = await waitFor('the dead letters', async () => {
        const { items } = await portal.outside.get('/lineage/dead-letters');
        return items.length === 2 ? items : undefined;
      });
      assert.match(letters[0].error, /job\.name/);
    },
  );
}
