import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Trains and registers the models of the tests with the real mlflow client.
 *
 * @param {{ python: string, url: string }} options
 * @returns {Promise<{
 *   mlflow: string,
 *   fraudVersions: string[],
 *   stores: number,
 *   nights: number,
 *   uglyName: string,
 *   longName: string,
 * }>} what was registered
 */
export async function train({ python, url }) {
  return lastJson(await runPython(python, 'train.py', ['--tracking-uri', url]));
}

/**
 * Registers a few versions with the real mlflow client, without training.
 *
 * @param {{ python: string, url: string }} options
 * @returns {Promise<{
 *   mlflow: string,
 *   model: string,
 *   errors: number[],
 *   unowned: string,
 *   prompt: string,
 * }>} what was registered
 */
export async function register({ python, url }) {
  return lastJson(
    await runPython(python, 'register.py', ['--tracking-uri', url]),
  );
}

/** @param {string} output */
function lastJson(output) {
  return JSON.parse(output.trimEnd().split('\n').pop() ?? '');
}

/**
 * Runs a script of the folder `python`, and gives what it prints.
 *
 * @param {string} python
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<string>}
 */
export function runPython(python, script, args, env = {}) {
  const file = fileURLToPath(new URL(`python/${script}`, import.meta.url));
  return new Promise((resolve, reject) => {
    let output = '';
    let complaints = '';
    const child = spawn(python, [file, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, MLFLOW_DISABLE_TELEMETRY: 'true', ...env },
    });
    child.stdout.on('data', chunk => {
      output += chunk;
    });
    // The client tells of everything it does; shown only when it fails.
    child.stderr.on('data', chunk => {
      complaints += chunk;
    });
    child.on('error', reject);
    child.on('close', code =>
      code === 0
        ? resolve(output)
        : reject(new Error(`${script} ended with ${code}:\n${complaints}`)),
    );
  });
}
