// Takes backends and databases away while promotions are under way, and looks whether everything that
// was accepted is done, and done once. Needs PostgreSQL for several replicas; says why when it skips.
import { fileURLToPath } from 'node:url';
import { Checks } from '../lib/Checks.mjs';
import { findPostgres, startPostgres } from '../lib/postgresCluster.mjs';
import { checkDatabaseRestart } from './checks/checkDatabaseRestart.mjs';
import { checkKill, killInTheMiddle } from './checks/checkKill.mjs';
import { checkReplicas } from './checks/checkReplicas.mjs';
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
await Promise.allSettled(Object.values(parts));
for (const [name, part] of Object.entries(parts)) {
  await part.catch(error =>
    // So that everything is stopped and the other part is counted all the same.
    checks.check(`${name} came to its end`, () => {
      throw error;
    }),
  );
}
checks.finish();
