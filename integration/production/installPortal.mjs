import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/toolchain/paths.mjs';

const built = path.join(root, 'packages/backend/dist');

/**
 * Unpacks the built portal into a folder and installs what it needs in
 * production and nothing else, as an image of a container would.
 *
 * @param {string} directory
 */
export function installPortal(directory) {
  for (const archive of ['skeleton.tar.gz', 'bundle.tar.gz']) {
    const file = path.join(built, archive);
    if (!existsSync(file)) {
      throw new Error('The portal is not built: run `yarn build:packages`');
    }
    execFileSync('tar', ['xzf', file], { cwd: directory });
  }
  for (const file of ['package.json', 'yarn.lock', '.yarnrc.yml']) {
    copyFileSync(path.join(root, file), path.join(directory, file));
  }
  execFileSync('yarn', ['workspaces', 'focus', '--all', '--production'], {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
