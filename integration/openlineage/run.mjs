// Sends OpenLineage events with real clients to real portals, and looks at the graph that comes of
// them. Needs Python for the clients and PostgreSQL for a part of the replay; says why when it skips.
import { Checks } from '../lib/Checks.mjs';
import { PortalApi } from '../lib/PortalApi.mjs';
import { findPostgres, startPostgres } from '../lib/postgresCluster.mjs';
import { providePython } from '../lib/python.mjs';
import { checkClient } from './checks/checkClient.mjs';
import { checkDbt } from './checks/checkDbt.mjs';
import { checkDoor } from './checks/checkDoor.mjs';
import { checkNames, checkOtherNames } from './checks/checkNames.mjs';
import { checkReplay } from './checks/checkReplay.mjs';
import { checkScript } from './checks/checkScript.mjs';
import {
  DBT_ENVIRONMENT,
  dbtPackages,
  OPENLINEAGE_ENVIRONMENT,
  openlineagePackages,
} from './openlineagePackages.mjs';
import { startPortal } from './startPortal.mjs';

/**
 * What the checks of clients are given.
 *
 * @typedef {object} Play
 * @property {Checks} checks
 * @property {import('./startPortal.mjs').Portal} portal
 * @property {PortalApi} outside
 * @property {string} python with the OpenLineage client
 */

const checks = new Checks();
await clients();
await replay();
checks.finish();

async function clients() {
  const client = providePython(openlineagePackages, {
    name: OPENLINEAGE_ENVIRONMENT,
  });
  if ('missing' in client) {
    checks.skip('the Python client', client.missing);
    return;
  }
  const dbt = providePython(dbtPackages, { name: DBT_ENVIRONMENT });
  let portal = await startPortal({ name: 'clients' });
  try {
    const outside = new PortalApi(portal.url, portal.tokens.token);
    const play = { checks, portal, outside, python: client.python };
    await checkDoor(play);
    await checkClient(play);
    await checkScript(play);
    if ('missing' in dbt) {
      checks.skip('dbt', dbt.missing);
    } else {
      await checkDbt({ ...play, bin: dbt.bin });
    }
    await checkNames(play);
    portal = await portal.restart('app-config.names.yaml');
    await checkOtherNames({
      ...play,
      portal,
      outside: new PortalApi(portal.url, portal.tokens.token),
    });
  } finally {
    await portal.stop();
    await portal.remove();
  }
}

async function replay() {
  const found = findPostgres();
  const postgres = 'missing' in found ? found : await startPostgres(found);
  try {
    await checkReplay({ checks, postgres });
  } finally {
    if ('remove' in postgres) {
      postgres.remove();
    }
  }
}
