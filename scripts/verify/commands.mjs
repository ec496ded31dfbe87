import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../toolchain/paths.mjs';
import { run } from '../toolchain/run.mjs';
import { FAILED, PASSED } from './tally.mjs';

const require = createRequire(import.meta.url);

/** The program of an installed package. */
export function bin(packageName, name = packageName) {
  const manifest = path.join(root, 'node_modules', packageName, 'package.json');
  const entry = JSON.parse(readFileSync(manifest, 'utf8')).bin;
  return path.join(
    path.dirname(manifest),
    typeof entry === 'string' ? entry : entry[name],
  );
}

/** Runs programs of installed packages one after the other; right when all of them are. */
export function nodeStep(...commands) {
  return async () => {
    const codes = [];
    for (const [program, ...args] of commands) {
      const { code } = await run(process.execPath, [program, ...args], {
        cwd: root,
        inherit: true,
      });
      codes.push(code);
    }
    return codes.every(code => code === 0) ? PASSED : FAILED;
  };
}

/** Runs a script of a package where the package has one. */
export function packageScriptStep(folder, script) {
  return async () => {
    const manifest = path.join(root, folder, 'package.json');
    if (!existsSync(manifest) || !require(manifest).scripts?.[script]) {
      console.log(`${folder} has no script ${script}`);
      return { passed: 0, failed: 0 };
    }
    const { code } = await run('yarn', ['run', script], {
      cwd: path.join(root, folder),
      inherit: true,
      shell: process.platform === 'win32',
    });
    return code === 0 ? PASSED : FAILED;
  };
}
