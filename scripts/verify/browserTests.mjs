import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../toolchain/paths.mjs';
import { run } from '../toolchain/run.mjs';
import { bin } from './commands.mjs';
import { FAILED, sum } from './tally.mjs';

/** Runs the browser tests against the app as built before and counts from Playwright's own report. */
export async function browserTests({ outputDir }) {
  const report = path.join(outputDir, 'e2e/results.json');
  await rm(report, { force: true });
  const { code } = await run(
    process.execPath,
    [bin('@playwright/test', 'playwright'), 'test', '-c', 'e2e'],
    { cwd: root, inherit: true },
  );
  const { stats } = JSON.parse(await readFile(report, 'utf8'));
  const tally = {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
  return code !== 0 && tally.failed === 0 ? sum([tally, FAILED]) : tally;
}
