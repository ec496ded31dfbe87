import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { root, toolchainDir } from './paths.mjs';
import { run } from './run.mjs';
import { NODE_PACKAGE, nodeFits, YARN_PACKAGE, yarnFits } from './versions.mjs';

const isWindows = process.platform === 'win32';
const modules = path.join(toolchainDir, 'node_modules');
const ownBin = path.join(modules, '.bin');
const ownNode = path.join(modules, 'node/bin', isWindows ? 'node.exe' : 'node');
const ownYarn = path.join(modules, '@yarnpkg/cli-dist/bin/yarn.js');

/**
 * Finds a Node and a Yarn that fit, the machine's own first, and fetches from npm what is missing.
 * Returns the Node, how to call Yarn, and the environment in which both are found.
 */
export async function provideToolchain() {
  const machineNode = nodeFits(process.version);
  const machineYarn = machineNode && (await machineYarnFits());
  const missing = [
    ...(machineNode || existsSync(ownNode) ? [] : [NODE_PACKAGE]),
    ...(machineYarn || existsSync(ownYarn) ? [] : [YARN_PACKAGE]),
  ];
  if (missing.length > 0) {
    await fetchTools(missing);
  }

  const node = machineNode ? process.execPath : ownNode;
  const env = { ...process.env };
  if (machineYarn) {
    return { node, yarn: ['yarn'], env, shell: isWindows };
  }
  // Windows may call it `Path`; a second spelling beside it would be ignored.
  const pathKey = Object.keys(env).find(key => /^path$/i.test(key)) ?? 'PATH';
  env[pathKey] = [
    ...(machineNode ? [] : [path.dirname(ownNode)]),
    ownBin,
    env[pathKey],
  ].join(path.delimiter);
  return { node, yarn: [node, ownYarn], env, shell: false };
}

async function machineYarnFits() {
  // Yarn's own launcher offers to download the version it wants; here only what is there counts.
  const { code, output } = await run('yarn', ['--version'], {
    cwd: root,
    shell: isWindows,
    env: { ...process.env, COREPACK_ENABLE_NETWORK: '0' },
  });
  return code === 0 && yarnFits(output);
}

async function fetchTools(packages) {
  console.log(`Fetching ${packages.join(' and ')} into .toolchain`);
  mkdirSync(toolchainDir, { recursive: true });
  const { code, output } = await run(
    'npm',
    [
      'install',
      '--prefix',
      toolchainDir,
      '--no-save',
      '--no-audit',
      '--no-fund',
      // npm removes what is not named here, so both are named even when one is there already.
      NODE_PACKAGE,
      YARN_PACKAGE,
    ],
    { shell: isWindows, cwd: toolchainDir },
  );
  if (code !== 0) {
    throw new Error(`npm could not fetch ${packages.join(', ')}:\n${output}`);
  }
}
