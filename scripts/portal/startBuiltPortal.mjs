import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { backendCommand } from './backendCommand.mjs';
import { freePort } from './freePort.mjs';

const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 10_000;

/**
 * Starts a portal for tests: one process that serves the built app and its own backend on a free
 * port, with empty SQLite files in a temporary folder. Needs `yarn workspace app build` before.
 * Resolves once people can sign in, with `url`, `token` (for outside clients) and `stop()`.
 *
 * @param options.config - further config files, which win over app-config.yaml
 * @param options.env - further environment variables of the backend
 * @param options.logFile - where the backend's output goes
 */
export async function startBuiltPortal(options) {
  const { config = [], env = {}, logFile } = options;
  const token = randomBytes(32).toString('hex');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'understudy-'));
  const { url, ...backend } = backendCommand({
    port: await freePort(),
    token,
    dataDir,
    config,
    env,
  });
  const child = spawn(backend.command, backend.args, {
    cwd: backend.cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...backend.env },
  });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const exited = new Promise(resolve => child.on('exit', resolve));

  const stop = async () => {
    child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await exited;
    clearTimeout(killer);
    log.end();
    await rm(dataDir, { recursive: true, force: true });
  };

  try {
    await waitUntilUsable({ url, child, logFile });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, token, stop };
}

/** A portal is usable when the sample organisation is in the catalog, so that one can sign in. */
async function waitUntilUsable({ url, child, logFile }) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const ended = child.exitCode ?? child.signalCode;
    if (ended !== null) {
      throw new Error(`The portal ended with ${ended}; see ${logFile}`);
    }
    if (await answers(`${url}/api/auth/roles/refresh`)) {
      return;
    }
    await sleep(500);
  }
  throw new Error(
    `The portal is not usable after three minutes; see ${logFile}`,
  );
}

async function answers(address) {
  try {
    const response = await fetch(address, {
      headers: { 'x-understudy-role': 'platform-engineer' },
    });
    return response.ok;
  } catch {
    return false; // Nothing listens yet.
  }
}
