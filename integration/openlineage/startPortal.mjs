import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { backendCommand } from '../../scripts/portal/backendCommand.mjs';
import { freePort } from '../../scripts/portal/freePort.mjs';
import { lineageDatabase } from '../lib/lineage/exportLineage.mjs';
import { startProcess } from '../lib/startProcess.mjs';

const ownConfig = fileURLToPath(
  new URL('app-config.openlineage.yaml', import.meta.url),
);
const postgresConfig = fileURLToPath(
  new URL('app-config.postgres.yaml', import.meta.url),
);

/** Who may do what is in `app-config.openlineage.yaml`. */
const SENDERS = ['token', 'sender', 'reader', 'stranger'];

/**
 * A portal whose data outlive it, so that they can be exported when it has
 * stopped.
 *
 * @typedef {object} Portal
 * @property {string} name
 * @property {string} url
 * @property {Record<'token' | 'sender' | 'reader' | 'stranger', string>} tokens
 * @property {() => string} readLog
 * @property {(text: string) => string[]} filesWith names of its files that hold a text
 * @property {import('../lib/lineage/exportLineage.mjs').LineageDatabase} database
 * @property {() => Promise<void>} stop
 * @property {(config: string) => Promise<Portal>} restart with one more file of configuration, in this folder
 * @property {() => Promise<void>} remove what it kept
 */

/**
 * @param {object} options
 * @param {string} options.name
 * @param {string} [options.postgres] connection string; SQLite otherwise
 * @returns {Promise<Portal>}
 */
export async function startPortal({ name, postgres }) {
  const directory = mkdtempSync(path.join(tmpdir(), 'understudy-openlineage-'));
  return await startIn(directory, { name, postgres, more: [] });
}

/**
 * @param {string} directory
 * @param {{ name: string, postgres?: string, more: string[] }} options
 * @returns {Promise<Portal>}
 */
async function startIn(directory, { name, postgres, more }) {
  const logFile = path.join(directory, `${name}.log`);
  const tokens = /** @type {Portal['tokens']} */ (
    Object.fromEntries(
      SENDERS.map(sender => [sender, randomBytes(24).toString('hex')]),
    )
  );
  const config = [
    ownConfig,
    ...(postgres ? [postgresConfig] : []),
    ...more.map(file => fileURLToPath(new URL(file, import.meta.url))),
  ];
  const { url, ...command } = backendCommand({
    port: await freePort(),
    token: tokens.token,
    dataDir: directory,
    config,
    env: {
      // Nobody looks at it with a browser, so the app need not be built.
      NODE_ENV: 'development',
      UNDERSTUDY_SENDER_TOKEN: tokens.sender,
      UNDERSTUDY_READER_TOKEN: tokens.reader,
      UNDERSTUDY_STRANGER_TOKEN: tokens.stranger,
      UNDERSTUDY_OPENLINEAGE_POSTGRES: postgres,
    },
  });
  const remove = async () => {
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const backend = await startProcess({
      ...command,
      name,
      logFile,
      readyUrl: `${url}/.backstage/health/v1/readiness`,
      timeoutSeconds: 120,
    });
    return {
      name,
      url,
      tokens,
      readLog: () => readFileSync(logFile, 'utf8'),
      filesWith: text =>
        readdirSync(directory, { recursive: true, withFileTypes: true })
          .filter(entry => entry.isFile())
          .map(entry => path.join(entry.parentPath, entry.name))
          .filter(file => readIfThere(file)?.includes(text)),
      database: lineageDatabase({ dataDir: directory, postgres }),
      stop: () => backend.stop(),
      restart: async file => {
        await backend.stop();
        return await startIn(directory, {
          name,
          postgres,
          more: [...more, file],
        });
      },
      remove,
    };
  } catch (error) {
    console.log(readFileSync(logFile, 'utf8').slice(-4000));
    await remove();
    throw error;
  }
}

/**
 * The portal goes on working: journals of its databases come and go.
 *
 * @param {string} file
 */
function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
