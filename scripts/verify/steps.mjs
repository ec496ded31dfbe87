import path from 'node:path';
import { root } from '../toolchain/paths.mjs';
import { browserTests } from './browserTests.mjs';
import { bin, nodeStep, packageScriptStep } from './commands.mjs';
import { integrationTests, preparePython } from './integrationTests.mjs';
import { packPackages } from './packPackages.mjs';
import { scriptTests } from './scriptTests.mjs';
import { unitTests } from './unitTests.mjs';

const cli = bin('@backstage/cli', 'backstage-cli');
const prettier = bin('prettier');
const eslint = bin('eslint');
const repoTools = bin('@backstage/repo-tools', 'backstage-repo-tools');

// Members whose names say it all need no comment, and workspaces refer to each other's sources.
const apiReportOptions = ['-o', 'ae-undocumented,ae-wrong-input-file-type'];

/**
 * All checks, in the order of how soon a mistake shows. A test runner reports its own counts, every
 * other step counts as one. What a step can `prepare` is done beside the steps before it.
 */
export const steps = [
  { name: 'tsc', run: nodeStep([bin('typescript', 'tsc')]) },
  {
    name: 'lint',
    run: nodeStep(
      [cli, 'repo', 'lint', '--max-warnings', '0'],
      [
        eslint,
        ...['--ext', 'js,mjs,ts', '--max-warnings', '0'],
        ...['--no-error-on-unmatched-pattern', 'scripts', 'e2e', 'integration'],
      ],
    ),
  },
  { name: 'prettier', run: nodeStep([prettier, '--check', '.']) },
  {
    name: 'api-reports',
    run: nodeStep([repoTools, 'api-reports', '--ci', ...apiReportOptions]),
  },
  {
    name: 'generated-docs',
    run: packageScriptStep('plugins/ml-common', 'docs:check'),
  },
  { name: 'unit-tests', run: unitTests },
  { name: 'script-tests', run: scriptTests },
  { name: 'build', run: nodeStep([cli, 'repo', 'build', '--all']) },
  { name: 'pack', run: packPackages },
  {
    name: 'benchmarks',
    run: nodeStep([path.join(root, 'scripts/benchmark.mjs'), '--quick']),
  },
  { name: 'integration', prepare: preparePython, run: integrationTests },
  { name: 'e2e', run: browserTests },
];
