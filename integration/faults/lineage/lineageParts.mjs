import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  exportAtRest,
  exportUnchanged,
} from '../../lib/lineage/exportUnchanged.mjs';
import { postBatches } from '../../lib/lineage/postEvents.mjs';
import { waitForDrain } from '../../lib/lineage/waitForDrain.mjs';
import {
  waitForCatalog,
  waitForNames,
} from '../../lib/lineage/waitForNames.mjs';
import { startPortal } from '../startPortal.mjs';
import { sendAll, sendUntilTaken } from './acknowledged.mjs';
import { checkBacklog } from './checkBacklog.mjs';
import { checkLineageKill } from './checkLineageKill.mjs';

/** @typedef {ReturnType<typeof import('./events.mjs').lineageEvents>} Events */

/** Fewer than may wait. */
const SLICE = 200;

const CATCH_UP_MS = 240_000;

/** Nobody looks at these portals with a browser. */
const WITHOUT_APP = { NODE_ENV: 'development' };

/**
 * One process on SQLite: killed in the middle, then stopped with work left.
 *
 * @param {Events} events
 * @param {string | undefined} expected the export of a portal that was left alone
 * @param {import('../../lib/Checks.mjs').Checks} checks
 */
export async function lineageSingle(events, expected, checks) {
  const portal = await startPortal({
    name: 'lineage-single',
    replicas: 1,
    env: WITHOUT_APP,
  });
  try {
    await sendUntilTaken(portal.replicas[0], events.shared);
    await waitForCatalog(portal.replicas[0].outside);
    await checkLineageKill({
      portal,
      events: events.killed,
      checks,
      where: 'SQLite',
    });
    await checks.check(
      'SQLite: what waits at a stop is in the graph after a start',
      async () => {
        const [replica] = portal.replicas;
        const sending = sendAll(replica, events.crowded, { concurrency: 50 });
        const stopped = sending.then(() => portal.retire(replica));
        const { rest } = await sending;
        await stopped;
        const next = await portal.add();
        await sendUntilTaken(next, rest);
        await waitForDrain(next.outside);
      },
    );
    return await exportOf(portal, expected);
  } finally {
    await portal.stop();
  }
}

/**
 * Two replicas on one PostgreSQL: both at work, one killed, both held up.
 *
 * @param {object} options
 * @param {Events} options.events
 * @param {string | undefined} options.expected
 * @param {string} options.connectionString
 * @param {string[]} options.config
 * @param {Record<string, string>} options.env
 * @param {import('../../lib/Checks.mjs').Checks} options.checks
 */
export async function lineageReplicated({
  events,
  expected,
  connectionString,
  config,
  env,
  checks,
}) {
  const portal = await startPortal({
    name: 'lineage-replica',
    replicas: 2,
    config,
    env: { ...env, ...WITHOUT_APP },
  });
  try {
    // Each event at both, so that the same one is often stored twice at once.
    await Promise.all(
      portal.replicas.map(async (replica, index) => {
        const half = events.shared.filter((_, n) => n % 2 === index);
        await sendUntilTaken(replica, half);
        await sendUntilTaken(replica, events.shared.slice(0, 100));
      }),
    );
    await waitForDrain(portal.replicas[0].outside);
    await waitForCatalog(portal.replicas[0].outside);
    await checkBacklog({
      portal,
      connectionString,
      events: events.crowded,
      checks,
    });
    await checkLineageKill({
      portal,
      events: events.killed,
      checks,
      where: 'PostgreSQL',
    });
    return await exportOf(portal, expected);
  } finally {
    await portal.stop();
  }
}

/**
 * Sends the same to a portal that is left alone, in order, and exports its graph.
 *
 * @param {Events} events
 */
export async function quietExport(events) {
  const portal = await startPortal({
    name: 'lineage-quiet',
    replicas: 1,
    env: WITHOUT_APP,
  });
  try {
    const [replica] = portal.replicas;
    const all = [...events.shared, ...events.killed, ...events.crowded];
    for (let start = 0; start < all.length; start += SLICE) {
      await postBatches({
        ...replica,
        events: all.slice(start, start + SLICE),
        size: 25,
      });
      await waitForDrain(replica.outside);
    }
    await waitForNames(replica.outside);
    return await exportUnchanged(replica.lineage);
  } finally {
    await portal.stop();
  }
}

/**
 * @param {Record<string, string | undefined>} exports by where they come from
 * @param {string | undefined} expected
 * @param {import('../../lib/Checks.mjs').Checks} checks
 */
export async function compareExports(exports, expected, checks) {
  for (const [where, actual] of Object.entries(exports)) {
    await checks.check(
      `${where}: the graph is that of a portal that was left alone, byte for byte`,
      () => {
        assert.ok(actual && expected, 'there is no export');
        assert.ok(actual === expected, firstDifference(actual, expected));
      },
    );
  }
}

/**
 * A catalog that was killed may take minutes to come back to what it had not read yet.
 *
 * @param {import('../startPortal.mjs').Portal} portal
 * @param {string | undefined} expected waited for; what there is in the end is given all the same
 */
async function exportOf({ replicas: [replica] }, expected) {
  await waitForDrain(replica.outside);
  await waitForNames(replica.outside);
  const until = Date.now() + CATCH_UP_MS;
  let last = exportAtRest(replica.lineage);
  while (last !== expected && Date.now() < until) {
    await sleep(2_000);
    last = exportAtRest(replica.lineage) ?? last;
  }
  return last;
}

/**
 * @param {string} actual
 * @param {string} expected
 */
function firstDifference(actual, expected) {
  const lines = actual.split('\n');
  const others = expected.split('\n');
  const index = lines.findIndex((line, n) => line !== others[n]);
  return `Line ${index + 1} is\n${lines[index]}\ninstead of\n${others[index]}`;
}
