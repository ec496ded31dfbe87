import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../scripts/toolchain/paths.mjs';

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));
const directory = path.join(root, '.toolchain/kafka');
const done = path.join(directory, 'kafka_2.13-3.9.1.jar');
const PATIENCE_MS = 600_000;

/**
 * A Kafka broker, fetched with Maven where it is not there yet.
 *
 * @returns {{ classPath: string } | { missing: string }} `missing` says why
 *   there is none; whoever called skips and prints it.
 */
export function provideKafka() {
  if (spawnSync('java', ['-version']).status !== 0) {
    return { missing: 'there is no Java on this machine' };
  }
  if (!existsSync(done)) {
    if (spawnSync('mvn', ['-version']).status !== 0) {
      return { missing: 'there is no Maven on this machine' };
    }
    console.log('Fetching Kafka with Maven');
    const fetched = spawnSync(
      'mvn',
      [
        '--batch-mode',
        '--quiet',
        '--file',
        pom,
        'dependency:copy-dependencies',
        `-DoutputDirectory=${directory}`,
      ],
      { encoding: 'utf8', timeout: PATIENCE_MS },
    );
    if (fetched.status !== 0) {
      const missing = `Maven could not fetch it: ${fetched.stdout.trim().slice(-500)}`;
      // On somebody's machine that is a reason to skip; in CI it must not look like a pass.
      if (process.env.CI) {
        throw new Error(missing);
      }
      return { missing };
    }
  }
  return { classPath: path.join(directory, '*') };
}
