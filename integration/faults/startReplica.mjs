import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { lineageDatabase } from '../lib/lineage/exportLineage.mjs';
import { PortalApi } from '../lib/PortalApi.mjs';
import { startProcess } from '../lib/startProcess.mjs';
import { waitFor } from '../lib/waitFor.mjs';
import { backendCommand } from '../../scripts/portal/backendCommand.mjs';
import { freePort } from '../../scripts/portal/freePort.mjs';

const config = fileURLToPath(
  new URL('app-config.faults.yaml', import.meta.url),
);

/**
 * One backend of a portal.
 *
 * @typedef {object} Replica
 * @property {string} name
 * @property {PortalApi} scientist asks for promotions
 * @property {PortalApi} lead approves them
 * @property {PortalApi} auditor reads the ledger
 * @property {PortalApi} outside a program with the portal's token
 * @property {string} url
 * @property {string} token
 * @property {import('../lib/lineage/exportLineage.mjs').LineageDatabase} lineage
 * @property {() => string} readLog
 * @property {() => Promise<void>} kill as by `kill -9`
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a backend and waits until people can sign in.
 *
 * @param {object} options
 * @param {string} options.name of the log file as well
 * @param {string} options.directory where the replicas of a portal keep what they share
 * @param {string} options.token
 * @param {string[]} [options.config]
 * @param {Record<string, string>} [options.env]
 * @returns {Promise<Replica>}
 */
export async function startReplica(options) {
  const { name, directory, token } = options;
  const logFile = path.join(directory, `${name}.log`);
  const { url, ...command } = backendCommand({
    port: await freePort(),
    token,
    dataDir: directory,
    config: [config, ...(options.config ?? [])],
    env: options.env,
  });
  const backend = await startProcess({
    ...command,
    name,
    logFile,
    readyUrl: `${url}/.backstage/health/v1/readiness`,
    timeoutSeconds: 120,
  });
  /** @param {string} role */
  const signIn = role =>
    waitFor(`${name} to know ${role}`, () =>
      // Its catalog may still be empty.
      PortalApi.asRole(url, role).catch(() => undefined),
    );
  return {
    name,
    scientist: await signIn('payments-scientist'),
    lead: await signIn('payments-lead'),
    auditor: await signIn('risk-officer'),
    outside: new PortalApi(url, token),
    url,
    token,
    lineage: lineageDatabase({
      dataDir: directory,
      postgres: options.env?.UNDERSTUDY_FAULTS_POSTGRES,
    }),
    readLog: () => readFileSync(logFile, 'utf8'),
    kill: () => backend.stop('SIGKILL'),
    stop: () => backend.stop(),
  };
}
