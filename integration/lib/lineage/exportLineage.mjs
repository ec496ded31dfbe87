import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../../../scripts/toolchain/paths.mjs';

const COMMAND = path.join(
  root,
  'plugins/lineage-backend/bin/understudy-lineage',
);
const PATIENCE_MS = 120_000;

/**
 * Where the database of a portal's lineage is.
 *
 * @typedef {{ client: 'pg' | 'better-sqlite3', connection: string }} LineageDatabase
 */

/**
 * @param {{ dataDir: string, postgres?: string }} portal `postgres` is the
 *   connection string of its server
 * @returns {LineageDatabase}
 */
export function lineageDatabase({ dataDir, postgres }) {
  return postgres === undefined
    ? {
        client: 'better-sqlite3',
        connection: path.join(dataDir, 'db/lineage.sqlite'),
      }
    : { client: 'pg', connection: `${postgres}/backstage_plugin_lineage` };
}

/**
 * What `understudy-lineage export` writes about a portal, whether that runs or
 * not.
 *
 * @param {LineageDatabase} database
 * @returns {string}
 */
export function exportLineage({ client, connection }) {
  const exported = spawnSync(
    process.execPath,
    [COMMAND, 'export', '--client', client, '--connection', connection],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, timeout: PATIENCE_MS },
  );
  if (exported.status !== 0) {
    throw new Error(
      `understudy-lineage export ended with ${exported.status ?? exported.signal}: ${exported.stderr}`,
    );
  }
  return exported.stdout;
}
