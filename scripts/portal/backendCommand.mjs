import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../toolchain/paths.mjs';

const require = createRequire(import.meta.url);

/**
 * How to start the portal's backend from its sources, on a port and with data of its own. It serves
 * the app as built by `yarn workspace app build`; with `NODE_ENV: development` it does without.
 *
 * @param {object} options
 * @param {number} options.port
 * @param {string} options.token - for outside clients
 * @param {string} options.dataDir - what it writes to disk: databases, aliases of the sample registry
 * @param {string[]} [options.config] - further config files, which win over app-config.yaml
 * @param {Record<string, string | undefined>} [options.env]
 */
export function backendCommand({
  port,
  token,
  dataDir,
  config = [],
  env = {},
}) {
  const url = `http://localhost:${port}`;
  if (
    env.NODE_ENV !== 'development' &&
    !existsSync(path.join(root, 'packages/app/dist/index.html'))
  ) {
    throw new Error('The app is not built: run `yarn workspace app build`');
  }
  return {
    url,
    command: process.execPath,
    args: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      'src/index.ts',
      ...[path.join(root, 'app-config.yaml'), ...config].flatMap(file => [
        '--config',
        file,
      ]),
    ],
    cwd: path.join(root, 'packages/backend'),
    env: {
      NODE_ENV: 'test',
      UNDERSTUDY_APP_URL: url,
      UNDERSTUDY_BACKEND_URL: url,
      UNDERSTUDY_BACKEND_PORT: String(port),
      UNDERSTUDY_DATA_DIR: dataDir,
      UNDERSTUDY_TOKEN: token,
      ...env,
    },
  };
}
