import assert from 'node:assert/strict';
import { exportUnchanged } from '../../lib/lineage/exportUnchanged.mjs';
import { postAllEvents, postBatches } from '../../lib/lineage/postEvents.mjs';
import { createRandom, shuffle } from '../../lib/lineage/random.mjs';
import { readSampleEvents } from '../../lib/lineage/readSampleEvents.mjs';
import { waitForDrain } from '../../lib/lineage/waitForDrain.mjs';
import { PortalApi } from '../../lib/PortalApi.mjs';
import { waitForNames } from '../../lib/lineage/waitForNames.mjs';
import { readAirflowEvents } from '../readAirflowEvents.mjs';
import { startPortal } from '../startPortal.mjs';
import { troublesomeEvents } from '../../lib/lineage/troublesomeEvents.mjs';

const DAY_MS = 86_400_000;
const CONCURRENCY = 40;
const REPEATS = 3;
const BATCH = 25;

/**
 * Events of a real Airflow, of the sample organisation, and made to be
 * troublesome.
 *
 * @param {import('../../lib/Checks.mjs').Checks} checks
 */
function collectEvents(checks) {
  const airflow = readAirflowEvents();
  if ('missing' in airflow) {
    checks.skip('events of Airflow in the replay', airflow.missing);
  }
  const now = new Date();
  const seed = now.getTime() % 1_000_000;
  return {
    seed,
    events: [
      ...('missing' in airflow ? [] : airflow.events),
      ...readSampleEvents({ now, since: new Date(now.getTime() - 3 * DAY_MS) }),
      ...troublesomeEvents({ now, count: 300, seed }),
    ],
  };
}

/**
 * The same events in their order, and in any order, three times each and many
 * at once: the graphs are the same, byte for byte.
 *
 * @param {{
 *   checks: import('../../lib/Checks.mjs').Checks,
 *   postgres: { connectionString: string } | { missing: string },
 * }} play
 */
export async function checkReplay({ checks, postgres }) {
  const { events, seed } = collectEvents(checks);
  console.log(`Replaying ${events.length} events, seed ${seed}`);
  const ordered = exportAfter({ name: 'in-order' }, portal =>
    postBatches({ ...target(portal), events, size: BATCH }),
  );
  // Settled here, so that a failure is told by the checks that need it.
  ordered.catch(() => undefined);
  const others = [
    { name: 'SQLite', options: { name: 'shuffled-sqlite' } },
    ...('missing' in postgres
      ? []
      : [
          {
            name: 'PostgreSQL',
            options: {
              name: 'shuffled-postgres',
              postgres: postgres.connectionString,
            },
          },
        ]),
  ];
  if ('missing' in postgres) {
    checks.skip('shuffled events on PostgreSQL', postgres.missing);
  }

  // One after the other: each portal wants a processor to start.
  for (const [index, { name, options }] of others.entries()) {
    await checks.check(
      `${name}: shuffled and tripled events give the same graph, byte for byte`,
      async () => {
        const expected = await ordered;
        const random = createRandom(seed + index);
        const repeated = Array.from({ length: REPEATS }, () => events).flat();
        const actual = await exportAfter(options, portal =>
          postAllEvents({
            ...target(portal),
            events: shuffle(repeated, random),
            concurrency: CONCURRENCY,
          }),
        );
        expectSame(actual, expected);
      },
    );
  }
}

/** @param {import('../startPortal.mjs').Portal} portal */
function target({ url, tokens }) {
  return { url, token: tokens.sender };
}

/**
 * What a new portal exports after it was sent something.
 *
 * @param {Parameters<typeof startPortal>[0]} options
 * @param {(portal: import('../startPortal.mjs').Portal) => Promise<void>} send
 */
async function exportAfter(options, send) {
  const portal = await startPortal(options);
  try {
    const outside = new PortalApi(portal.url, portal.tokens.token);
    try {
      await send(portal);
      await waitForDrain(outside);
      await waitForNames(outside);
      return await exportUnchanged(portal.database);
    } finally {
      await portal.stop();
    }
  } finally {
    await portal.remove();
  }
}

/**
 * @param {string} actual
 * @param {string} expected
 */
function expectSame(actual, expected) {
  assert.ok(expected.split('\n').length > 500, 'the export is too short');
  if (actual !== expected) {
    const lines = new Set(expected.split('\n'));
    const others = new Set(actual.split('\n'));
    assert.deepEqual(
      [...others].filter(line => !lines.has(line)).slice(0, 5),
      [...lines].filter(line => !others.has(line)).slice(0, 5),
    );
    assert.fail('The exports have the same lines in another order');
  }
}
