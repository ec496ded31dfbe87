import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';

// Inside node_modules, so that deleting the folder also forgets that it was complete.
const stampFile = path.join(root, 'node_modules/.understudy-installed');

/** Installs what yarn.lock asks for; does nothing when that was done before. */
export async function installDependencies(toolchain) {
  const stamp = createHash('sha256')
    .update(readFileSync(path.join(root, 'yarn.lock')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
    return;
  }
  console.log(
    'Installing dependencies; the first time this takes a minute or two',
  );
  const [command, ...args] = toolchain.yarn;
  const { code } = await run(command, [...args, 'install', '--immutable'], {
    cwd: root,
    env: toolchain.env,
    shell: toolchain.shell,
    inherit: true,
  });
  if (code !== 0) {
    throw new Error(`yarn install --immutable failed with code ${code}`);
  }
  writeFileSync(stampFile, stamp);
}
