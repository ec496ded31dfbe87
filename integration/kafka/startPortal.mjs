import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { backendCommand } from '../../scripts/portal/backendCommand.mjs';
import { freePort } from '../../scripts/portal/freePort.mjs';
import { lineageDatabase } from '../lib/lineage/exportLineage.mjs';
import { PortalApi } from '../lib/PortalApi.mjs';
import { startProcess } from '../lib/startProcess.mjs';

const config = fileURLToPath(new URL('app-config.kafka.yaml', import.meta.url));
const preload = new URL('preload.mjs', import.meta.url).href;

/**
 * A portal that reads Kafka and whose data outlive it.
 *
 * @typedef {object} Portal
 * @property {PortalApi} outside a program with the portal's token
 * @property {import('../lib/lineage/exportLineage.mjs').LineageDatabase} database
 * @property {() => Promise<void>} kill as by `kill -9`
 * @property {() => Promise<Portal>} start once more, with the same data
 * @property {() => Promise<void>} stop
 * @property {() => void} remove what it kept
 */

/**
 * @param {{ broker: string }} options
 * @returns {Promise<Portal>}
 */
export async function startPortal({ broker }) {
  const directory = mkdtempSync(path.join(tmpdir(), 'understudy-kafka-'));
  return await startIn(directory, broker);
}

/**
 * @param {string} directory
 * @param {string} broker
 * @returns {Promise<Portal>}
 */
async function startIn(directory, broker) {
  const logFile = path.join(directory, 'portal.log');
  const token = randomBytes(24).toString('hex');
  const { url, args, ...command } = backendCommand({
    port: await freePort(),
    token,
    dataDir: directory,
    config: [config],
    // Nobody looks at it with a browser, so the app need not be built.
    env: { NODE_ENV: 'development', UNDERSTUDY_KAFKA_BROKER: broker },
  });
  const remove = () => rmSync(directory, { recursive: true, force: true });
  try {
    const backend = await startProcess({
      ...command,
      args: ['--import', preload, ...args],
      name: 'The portal',
      logFile,
      readyUrl: `${url}/.backstage/health/v1/readiness`,
      timeoutSeconds: 180,
    });
    return {
      outside: new PortalApi(url, token),
      database: lineageDatabase({ dataDir: directory }),
      kill: () => backend.stop('SIGKILL'),
      start: () => startIn(directory, broker),
      stop: () => backend.stop(),
      remove,
    };
  } catch (error) {
    console.log(readFileSync(logFile, 'utf8').slice(-4000));
    remove();
    throw error;
  }
}
