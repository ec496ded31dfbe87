import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
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

/** Runs `integration/<name>/run.mjs` of every suite. Each ends with a line like `3 passed, 0 failed`. */
export async function integrationTests() {
  const suites = existsSync(integrationDir)
    ? readdirSync(integrationDir).filter(name =>
        existsSync(path.join(integrationDir, name, 'run.mjs')),
      )
    : [];
  const tallies = [];
  for (const suite of suites.sort()) {
    console.log(`integration/${suite}`);
    tallies.push(await runSuite(suite));
  }
  return sum(tallies);
}

async function runSuite(suite) {
  const { code, output } = await runAndShow(
    path.join(integrationDir, suite, 'run.mjs'),
  );
  const tally = parseTally(output.trimEnd().split('\n').pop() ?? '');
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

/** Shows the output as it comes, and keeps it. */
function runAndShow(file) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(process.execPath, [file], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.on('data', chunk => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', reject);
    child.on('close', code => resolve({ code, output }));
  });
}
