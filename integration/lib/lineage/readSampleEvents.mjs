import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../../../scripts/toolchain/paths.mjs';

const require = createRequire(import.meta.url);

/** @typedef {Record<string, any>} LineageEvent an OpenLineage event */

/**
 * The events of the sample organisation that were sent since a time.
 *
 * @param {{ now: Date, since: Date }} span
 * @returns {LineageEvent[]}
 */
export function readSampleEvents({ now, since }) {
  const source = path.join(
    root,
    'packages/sample-data/src/lineage/sampleEvents.ts',
  );
  // Its sources are TypeScript, which the platform's command line reads as it is.
  const printed = spawnSync(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      '--eval',
      `const { sampleEvents } = require(${JSON.stringify(source)});
       process.stdout.write(JSON.stringify(sampleEvents(new Date(process.argv[1]))));`,
      now.toISOString(),
    ],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (printed.status !== 0) {
    throw new Error(`The sample events could not be made: ${printed.stderr}`);
  }
  return JSON.parse(printed.stdout).filter(
    (/** @type {LineageEvent} */ { eventTime }) => new Date(eventTime) >= since,
  );
}
