import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../toolchain/paths.mjs';
import { run } from '../toolchain/run.mjs';
import { FAILED, formatTally, parseTally, sum } from './tally.mjs';

const integrationDir = path.join(root, 'integration');

/**
 * Installs what the suites need of PyPI, which mostly waits, while other steps run. Each suite installs
 * what it lacks and says why it cannot, so that what goes wrong here is only shown.
 */
export async function preparePython() {
  const started = Date.now();
  const { code, output } = await run(process.execPath, [
    path.join(integrationDir, 'preparePython.mjs'),
  ]);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  return `${output}Python packages: exit code ${code} after ${seconds} s`;
}

/**
 * Runs `integration/<name>/run.mjs` of every suite, two at a time: a suite waits for what it started, and for
 * what it killed to be taken over, for 40% of its time. Each ends with a line like `3 passed, 0 failed`.
 */
export async function integrationTests() {
  const suites = existsSync(integrationDir)
    ? readdirSync(integrationDir).filter(name =>
        existsSync(path.join(integrationDir, name, 'run.mjs')),
      )
    : [];
  const waiting = suites.sort(bySize);
  const tallies = [];
  const runInTurn = async () => {
    for (let suite = waiting.shift(); suite; suite = waiting.shift()) {
      tallies.push(await runSuite(suite));
    }
  };
  await Promise.all([runInTurn(), runInTurn()]);
  return sum(tallies);
}

/** Those that take long first: mlflow takes as long as all others together. */
const longest = ['mlflow', 'faults', 'openlineage'];

function bySize(left, right) {
  return placeOf(left) - placeOf(right) || left.localeCompare(right);
}

function placeOf(suite) {
  return longest.includes(suite) ? longest.indexOf(suite) : longest.length;
}

async function runSuite(suite) {
  const { code, lastLine } = await runAndShow(suite);
  const tally = parseTally(lastLine);
  if (!tally) {
    console.log(`integration/${suite} did not end with a line of counts`);
    return FAILED;
  }
  if (code !== 0 && tally.failed === 0) {
    console.log(
      `integration/${suite} says ${formatTally(tally)}, but ended with ${code}`,
    );
    return sum([tally, FAILED]);
  }
  return tally;
}

/** Shows the output as it comes, with whose it is. */
function runAndShow(suite) {
  return new Promise((resolve, reject) => {
    let lastLine = '';
    const child = spawn(
      process.execPath,
      [path.join(integrationDir, suite, 'run.mjs')],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    createInterface({ input: child.stdout }).on('line', line => {
      lastLine = line;
      console.log(`${suite.padEnd(12)}${line}`);
    });
    child.on('error', reject);
    child.on('close', code => resolve({ code, lastLine }));
  });
}
