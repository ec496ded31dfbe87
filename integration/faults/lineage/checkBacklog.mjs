import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { waitForDrain } from '../../lib/lineage/waitForDrain.mjs';
import { sendAll, sendUntilTaken } from './acknowledged.mjs';

/** As in `app-config.faults.yaml`. */
const MAX_BACKLOG = 250;

/**
 * Nobody puts events into the graph for a while: more are taken until too many
 * wait, then senders are asked to come back, and all are in the graph once
 * somebody does.
 *
 * @param {object} options
 * @param {import('../startPortal.mjs').Portal} options.portal
 * @param {string} options.connectionString of the PostgreSQL server
 * @param {import('./acknowledged.mjs').LineageEvent[]} options.events
 * @param {import('../../lib/Checks.mjs').Checks} options.checks
 */
export async function checkBacklog({
  portal,
  connectionString,
  events,
  checks,
}) {
  const [replica] = portal.replicas;
  const holder = new pg.Client({
    connectionString: `${connectionString}/backstage_plugin_lineage`,
  });
  await holder.connect();
  try {
    // As a replica would that hangs while it is at it.
    await holder.query('begin');
    await holder.query('select id from drain where id = 1 for update');
    const before = await sendAll(replica, events.slice(0, MAX_BACKLOG + 1));
    // How many wait is looked at once a second.
    await sleep(1500);
    const after = await sendAll(replica, events.slice(MAX_BACKLOG + 1), {
      concurrency: 1,
    });
    const acknowledged = [...before.acknowledged, ...after.acknowledged];
    const rest = [...before.rest, ...after.rest];
    await checks.check(
      'with too many events waiting, no more are taken',
      () => {
        assert.deepEqual(before.answers, { 201: MAX_BACKLOG + 1 });
        assert.deepEqual(Object.keys(after.answers).sort(), ['201', '503']);
        assert.ok(
          after.rest.length > after.acknowledged.length,
          JSON.stringify(after.answers),
        );
      },
    );
    await checks.check('senders are told when to come back', async () => {
      const response = await fetch(
        `${replica.url}/api/lineage/api/v1/lineage`,
        {
          method: 'POST',
          headers: {
            authorization: `Bearer ${replica.token}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify(rest[0]),
        },
      );
      assert.equal(response.status, 503);
      assert.ok(Number(response.headers.get('retry-after')) > 0);
    });
    await checks.check('what waits is counted', async () => {
      const { backlog } = await replica.outside.get('/lineage/status');
      assert.equal(backlog, acknowledged.length);
    });
    await holder.query('rollback');
    await checks.check('the backlog drains when it is let go', async () => {
      await waitForDrain(replica.outside);
      await sendUntilTaken(replica, rest);
      await waitForDrain(replica.outside);
    });
  } finally {
    await holder.end();
  }
}
