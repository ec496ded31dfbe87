// Takes backends and databases away while promotions are under way and lineage comes in, and looks
// whether everything that was accepted is done, and done once. Needs PostgreSQL for several replicas; says why when it skips.
import { fileURLToPath } from 'node:url';
import { Checks } from '../lib/Checks.mjs';
import { findPostgres, startPostgres } from '../lib/postgresCluster.mjs';
import { checkDatabaseRestart } from './checks/checkDatabaseRestart.mjs';
import { checkKill, killInTheMiddle } from './checks/checkKill.mjs';
import { checkReplicas } from './checks/checkReplicas.mjs';
import { lineageEvents } from './lineage/events.mjs';
import {
  compareExports,
  lineageReplicated,
  lineageSingle,
  quietExport,
} from './lineage/lineageParts.mjs';
import { waitForVersion } from './promotions.mjs';
import { startPortal } from './startPortal.mjs';

const postgresConfig = fileURLToPath(
  new URL('app-config.postgres.yaml', import.meta.url),
);
const checks = new Checks();

/** One process on SQLite, as on a developer's machine. */
async function single() {
  const portal = await startPortal({ name: 'single', replicas: 1 });
  try {
    const [victim] = portal.replicas;
    await waitForVersion(victim);
    const interrupted = await killInTheMiddle(portal, victim);
    await portal.add();
    await checkKill(portal, interrupted, checks, 'SQLite');
  } finally {
    await portal.stop();
  }
}

/**
 * Two replicas on one PostgreSQL.
 *
 * @param {{ bin: string }} found
 */
async function replicated(found) {
  const postgres = await startPostgres(found);
  try {
    const portal = await startPortal({
      name: 'replica',
      replicas: 2,
      config: [postgresConfig],
      env: { UNDERSTUDY_FAULTS_POSTGRES: postgres.connectionString },
    });
    try {
      const [victim] = portal.replicas;
      await waitForVersion(victim);
      await checkReplicas(portal, checks);
      const interrupted = await killInTheMiddle(portal, victim);
      await portal.add();
      // While the lease of what was under way has not run out.
      await checkDatabaseRestart(portal, postgres, checks);
      await checkKill(portal, interrupted, checks, 'PostgreSQL');
    } finally {
      await portal.stop();
    }
  } finally {
    postgres.remove();
  }
}

const found = findPostgres();
/** @type {Record<string, Promise<void>>} */
const parts = { 'one process on SQLite': single() };
if ('missing' in found) {
  checks.skip('two replicas on PostgreSQL', found.missing);
} else {
  // At the same time, because most of it is waiting for leases to run out.
  parts['two replicas on PostgreSQL'] = replicated(found);
}
await settle(parts);
// Afterwards, because none of it is waiting.
await settle({ lineage: lineage() });
checks.finish();

/** The same events under faults, and without any. */
async function lineage() {
  const events = lineageEvents();
  console.log(`Lineage: seed ${events.seed}`);
  /** @type {string | undefined} */
  let expected;
  await settle({
    'lineage without faults': (async () => {
      expected = await quietExport(events);
    })(),
  });
  /** @type {Record<string, string | undefined>} */
  const exports = {};
  await settle({
    'lineage on SQLite': (async () => {
      exports.SQLite = await lineageSingle(events, expected, checks);
    })(),
  });
  if ('missing' in found) {
    checks.skip('lineage on PostgreSQL', found.missing);
  } else {
    await settle({
      'lineage on PostgreSQL': (async () => {
        exports.PostgreSQL = await lineageOnPostgres(found, events, expected);
      })(),
    });
  }
  await compareExports(exports, expected, checks);
}

/**
 * @param {{ bin: string }} program
 * @param {ReturnType<typeof lineageEvents>} events
 * @param {string | undefined} expected
 */
async function lineageOnPostgres(program, events, expected) {
  const postgres = await startPostgres(program);
  try {
    return await lineageReplicated({
      events,
      expected,
      checks,
      connectionString: postgres.connectionString,
      config: [postgresConfig],
      env: { UNDERSTUDY_FAULTS_POSTGRES: postgres.connectionString },
    });
  } finally {
    postgres.remove();
  }
}

/** @param {Record<string, Promise<void>>} running */
async function settle(running) {
  await Promise.allSettled(Object.values(running));
  for (const [name, part] of Object.entries(running)) {
    await part.catch(error =>
      // So that everything is stopped and the other part is counted all the same.
      checks.check(`${name} came to its end`, () => {
        throw error;
      }),
    );
  }
}
