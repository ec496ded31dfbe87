import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../toolchain/paths.mjs';
import { run } from '../toolchain/run.mjs';
import { FAILED, sum } from './tally.mjs';

/** Runs all unit and in-process tests and counts them from jest's own report. */
export async function unitTests({ outputDir }) {
  const report = path.join(outputDir, 'unit-tests.json');
  await rm(report, { force: true });
  const { code } = await run(
    process.execPath,
    [
      path.join(root, 'scripts/test-unit.mjs'),
      '--json',
      `--outputFile=${report}`,
    ],
    { cwd: root, inherit: true },
  );
  const result = JSON.parse(await readFile(report, 'utf8'));
  const tally = {
    passed: result.numPassedTests,
    // A file that cannot even be loaded has no tests to count, but has failed all the same.
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
  return code !== 0 && tally.failed === 0 ? sum([tally, FAILED]) : tally;
}
