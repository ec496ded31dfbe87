import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../../../scripts/toolchain/paths.mjs';

/**
 * With which a program finds the database of a portal.
 *
 * @typedef {object} Settings
 * @property {string[]} config files besides app-config.yaml
 * @property {Record<string, string | undefined>} env
 * @property {string} cwd
 */

/**
 * What `understudy-lineage export` writes about a portal, whether that runs or
 * not.
 *
 * @param {Settings} settings
 * @returns {string}
 */
export function exportLineage({ config, env, cwd }) {
  const exported = spawnSync(
    process.execPath,
    [
      path.join(root, 'plugins/lineage-backend/bin/understudy-lineage'),
      'export',
      ...[path.join(root, 'app-config.yaml'), ...config].flatMap(file => [
        '--config',
        file,
      ]),
    ],
    {
      cwd,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  if (exported.status !== 0) {
    throw new Error(
      `understudy-lineage export ended with ${exported.status}: ${exported.stderr}`,
    );
  }
  return exported.stdout;
}
