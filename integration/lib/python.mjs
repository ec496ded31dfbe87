import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const toolchain = fileURLToPath(new URL('../../.toolchain', import.meta.url));

/**
 * A Python that has the given packages, in a virtual environment of this
 * repository.
 *
 * @param {string[]} packages requirements as pip reads them
 * @param {{ name?: string }} [options] `name` of the environment: packages that
 *   cannot stand beside others need one of their own
 * @returns {{ python: string, bin: string } | { missing: string }} `missing`
 *   says why there is none; whoever called skips and prints it.
 */
export function providePython(packages, { name = 'venv' } = {}) {
  const venv = path.join(toolchain, name);
  const bin = path.join(venv, process.platform === 'win32' ? 'Scripts' : 'bin');
  const python = path.join(bin, 'python');
  if (!existsSync(python)) {
    const found = ['python3', 'python'].find(
      command =>
        spawnSync(command, [
          '-c',
          'import sys; assert sys.version_info >= (3, 10)',
        ]).status === 0,
    );
    if (!found) {
      return { missing: 'there is no Python 3.10 or newer on this machine' };
    }
    mkdirSync(toolchain, { recursive: true });
    const made = spawnSync(found, ['-m', 'venv', venv], { encoding: 'utf8' });
    if (made.status !== 0) {
      return {
        missing: `no virtual environment could be made: ${made.stderr}`,
      };
    }
  }
  const modules = packages.map(importName).join(', ');
  if (spawnSync(python, ['-c', `import ${modules}`]).status === 0) {
    return { python, bin };
  }
  console.log(`Installing ${packages.join(', ')} from PyPI`);
  const installed = spawnSync(
    python,
    [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      // Modules are compiled when they are imported, which few of them are.
      '--no-compile',
      ...packages,
    ],
    { stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8' },
  );
  if (installed.status === 0) {
    return { python, bin };
  }
  const missing = `pip could not install them: ${lastLine(installed.stderr)}`;
  // On somebody's machine that is a reason to skip; in CI it must not look like a pass.
  if (process.env.CI) {
    throw new Error(missing);
  }
  return { missing };
}

/** Packages that are imported under a name that does not follow from their own. */
const importNames = new Map([
  ['dbt-core', 'dbt.cli.main'],
  ['dbt-duckdb', 'dbt.adapters.duckdb'],
  ['openlineage-dbt', 'openlineage.common.provider.dbt'],
  ['openlineage-python', 'openlineage.client'],
  ['scikit-learn', 'sklearn'],
]);

/** @param {string} requirement a package on PyPI, with its version where it matters */
function importName(requirement) {
  const [name] = requirement.split(/[=<>]/);
  return importNames.get(name) ?? name.replaceAll('-', '_');
}

/** @param {string} text */
function lastLine(text) {
  return text.trimEnd().split('\n').pop() ?? '';
}
