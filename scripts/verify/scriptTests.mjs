import { spec } from 'node:test/reporters';
import { run as runTests } from 'node:test';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../toolchain/paths.mjs';

/** Runs the tests of the scripts with Node's own runner. */
export async function scriptTests() {
  const folder = path.join(root, 'scripts');
  const files = readdirSync(folder, { recursive: true })
    .filter(name => name.endsWith('.test.mjs'))
    .map(name => path.join(folder, name));
  const tally = { passed: 0, failed: 0, skipped: 0 };
  const stream = runTests({ files });
  stream.on('test:pass', ({ skip }) => {
    tally[skip ? 'skipped' : 'passed'] += 1;
  });
  stream.on('test:fail', () => {
    tally.failed += 1;
  });
  for await (const line of stream.compose(spec)) {
    process.stdout.write(line);
  }
  return tally;
}
