import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Starts a server, and waits until it answers.
 *
 * @param {{
 *   name: string,
 *   command: string,
 *   args: string[],
 *   cwd: string,
 *   env?: Record<string, string | undefined>,
 *   logFile: string,
 *   readyUrl?: string,
 *   isReady?: () => Promise<boolean>,
 *   timeoutSeconds: number,
 * }} options one of `readyUrl` and `isReady` tells when it answers
 * @returns {Promise<{ pid: number, stop: (signal?: NodeJS.Signals) => Promise<void> }>}
 */
export async function startProcess(options) {
  const log = createWriteStream(options.logFile, { flags: 'a' });
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that its children are stopped with it.
    detached: true,
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  /** @type {string | undefined} */
  let ended;
  const exit = new Promise(resolve => {
    child.once('error', error => {
      ended = error.message;
      resolve(undefined);
    });
    child.once('exit', (code, signal) => {
      ended = `it ended with ${signal ?? code}`;
      resolve(undefined);
    });
  });

  /** @param {NodeJS.Signals} [signal] */
  const stop = async (signal = 'SIGTERM') => {
    if (ended === undefined && child.pid !== undefined) {
      process.kill(-child.pid, signal);
      await Promise.race([exit, sleep(15_000)]);
      if (ended === undefined) {
        process.kill(-child.pid, 'SIGKILL');
        await exit;
      }
    }
    log.end();
  };

  const { readyUrl = '' } = options;
  const isReady = options.isReady ?? (() => answers(readyUrl));
  for (let waited = 0; waited < options.timeoutSeconds; waited += 0.5) {
    if (ended !== undefined) {
      throw new Error(
        `${options.name} did not start: ${ended}. See ${options.logFile}`,
      );
    }
    if (await isReady()) {
      return { pid: /** @type {number} */ (child.pid), stop };
    }
    await sleep(500);
  }
  await stop('SIGKILL');
  throw new Error(
    `${options.name} did not answer ${readyUrl && `at ${readyUrl} `}within ${options.timeoutSeconds} s. See ${options.logFile}`,
  );
}

/** @param {string} url */
async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return response.ok;
  } catch {
    // Nobody listens yet: that is what is being waited for.
    return false;
  }
}
