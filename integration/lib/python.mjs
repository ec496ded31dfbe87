import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const venv = path.join(root, '.toolchain', 'venv');
const bin = path.join(venv, process.platform === 'win32' ? 'Scripts' : 'bin');

/**
 * A Python that has the given packages, in a virtual environment of this
 * repository.
 *
 * @param {string[]} packages
 * @returns {{ python: string, bin: string } | { missing: string }} `missing`
 *   says why there is none; whoever called skips and prints it.
 */
export function providePython(packages) {
  const python = path.join(bin, 'python');
  if (!existsSync(python)) {
    const found = ['python3', 'python'].find(
      name =>
        spawnSync(name, [
          '-c',
          'import sys; assert sys.version_info >= (3, 10)',
        ]).status === 0,
    );
    if (!found) {
      return { missing: 'there is no Python 3.10 or newer on this machine' };
    }
    mkdirSync(path.dirname(venv), { recursive: true });
    const made = spawnSync(found, ['-m', 'venv', venv], { encoding: 'utf8' });
    if (made.status !== 0) {
      return {
        missing: `no virtual environment could be made: ${made.stderr}`,
      };
    }
  }
  const modules = packages.map(name => importName(name)).join(', ');
  if (spawnSync(python, ['-c', `import ${modules}`]).status !== 0) {
    console.log(`Installing ${packages.join(', ')} from PyPI`);
    execFileSync(
      python,
      [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--disable-pip-version-check',
        ...packages,
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    );
  }
  return { python, bin };
}

/** @param {string} requirement a package on PyPI, with its version where it matters */
function importName(requirement) {
  const [name] = requirement.split('==');
  return name === 'scikit-learn' ? 'sklearn' : name.replaceAll('-', '_');
}
