// Builds the app and runs the browser tests. Takes the arguments of `playwright test`.
import { root } from './toolchain/paths.mjs';
import { run } from './toolchain/run.mjs';
import { bin } from './verify/commands.mjs';

const cli = bin('@backstage/cli', 'backstage-cli');
const playwright = bin('@playwright/test', 'playwright');

// A portal that is up already, named by UNDERSTUDY_PORTAL_URL, brings its own app.
const built = process.env.UNDERSTUDY_PORTAL_URL
  ? { code: 0 }
  : await run(process.execPath, [cli, 'package', 'build'], {
      cwd: `${root}/packages/app`,
      inherit: true,
    });
const tested =
  built.code === 0
    ? await run(
        process.execPath,
        [playwright, 'test', '-c', 'e2e', ...process.argv.slice(2)],
        { cwd: root, inherit: true },
      )
    : built;
process.exitCode = tested.code;
