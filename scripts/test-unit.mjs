// Runs unit and in-process integration tests once. Takes the arguments of `backstage-cli repo test`.
import { createRequire } from 'node:module';
import { root } from './toolchain/paths.mjs';
import { run } from './toolchain/run.mjs';

const cli = createRequire(import.meta.url).resolve(
  '@backstage/cli/bin/backstage-cli',
);
const { code } = await run(
  process.execPath,
  [cli, 'repo', 'test', '--maxWorkers=2', ...process.argv.slice(2)],
  {
    cwd: root,
    inherit: true,
    env: {
      ...process.env,
      // Without CI the tests watch for changes; without the other, they wait for a container engine.
      CI: '1',
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    },
  },
);
process.exitCode = code;
