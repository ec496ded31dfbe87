import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Runs a script of the folder `python`, or another program, against a portal:
 * with the settings that people make in the environment.
 *
 * @param {object} options
 * @param {string} options.command
 * @param {string[]} options.args a name that ends in `.py` is a script of ours
 * @param {string} options.url of the portal
 * @param {string} options.token
 * @param {Record<string, string>} [options.env]
 * @param {string} [options.cwd]
 * @returns {Promise<string>} what it prints
 */
export function runPython({ command, args, url, token, env, cwd }) {
  const [first, ...rest] = args;
  const script = first.endsWith('.py')
    ? fileURLToPath(new URL(`python/${first}`, import.meta.url))
    : first;
  return new Promise((resolve, reject) => {
    let output = '';
    let complaints = '';
    const child = spawn(command, [script, ...rest], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        // The slash at the end matters: without it `lineage` is replaced, not extended.
        OPENLINEAGE_URL: `${url}/api/lineage/`,
        OPENLINEAGE_API_KEY: token,
        ...env,
      },
    });
    child.stdout.on('data', chunk => {
      output += chunk;
    });
    child.stderr.on('data', chunk => {
      complaints += chunk;
    });
    child.on('error', reject);
    child.on('close', code =>
      code === 0
        ? resolve(output)
        : reject(new Error(`${first} ended with ${code}:\n${complaints}`)),
    );
  });
}

/**
 * The last line of what a program printed, as JSON.
 *
 * @param {string} output
 * @returns {any}
 */
export function lastJson(output) {
  return JSON.parse(output.trimEnd().split('\n').pop() ?? '');
}
