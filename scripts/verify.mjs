// Runs everything CI runs and ends with one line of counts. Names of steps as arguments run only
// those, in their usual order: `npm run verify -- tsc lint`.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './toolchain/paths.mjs';
import { steps } from './verify/steps.mjs';
import { FAILED, formatTally, sum } from './verify/tally.mjs';

const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !steps.some(step => step.name === name));
if (unknown.length > 0) {
  console.error(
    `Unknown step ${unknown.join(', ')}. There are: ${steps
      .map(step => step.name)
      .join(', ')}`,
  );
  process.exit(2);
}

const outputDir = path.join(root, 'build-output');
mkdirSync(outputDir, { recursive: true });

const chosen = steps.filter(
  ({ name }) => wanted.length === 0 || wanted.includes(name),
);
const prepared = new Map(
  chosen.map(({ name, prepare }) => [name, prepare?.()]),
);

const results = [];
for (const { name, run } of chosen) {
  console.log(`\n=== ${name}`);
  const started = Date.now();
  const preparation = await prepared.get(name);
  if (preparation) {
    console.log(preparation);
  }
  const tally = await run({ outputDir }).catch(error => {
    console.error(error);
    return FAILED;
  });
  results.push({ name, tally, seconds: (Date.now() - started) / 1000 });
}

console.log('\n=== Summary');
for (const { name, tally, seconds } of results) {
  console.log(
    `${name.padEnd(16)}${formatTally(tally).padEnd(40)}${seconds.toFixed(0)} s`,
  );
}
const total = sum(results.map(({ tally }) => tally));
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${formatTally(total)}`);
