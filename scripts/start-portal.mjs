// Starts the portal for development: frontend and backend, both restarting on changes.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { outsideToken } from './portal/outsideToken.mjs';
import { dataDir, root } from './toolchain/paths.mjs';

const appUrl = process.env.UNDERSTUDY_APP_URL ?? 'http://localhost:3000';
const backendUrl =
  process.env.UNDERSTUDY_BACKEND_URL ?? 'http://localhost:7007';

mkdirSync(dataDir, { recursive: true });
const { token, source } = outsideToken();

console.log(`
  Portal    ${appUrl}
  Backend   ${backendUrl}
  Data      ${dataDir}
  Token     ${source}, for curl and other programs:
            curl -H "Authorization: Bearer <token>" ${backendUrl}/api/catalog/entities
`);

const cli = createRequire(import.meta.url).resolve(
  '@backstage/cli/bin/backstage-cli',
);
const child = spawn(
  process.execPath,
  [cli, 'repo', 'start', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      // Said aloud, because signing in by role depends on it.
      NODE_ENV: process.env.NODE_ENV ?? 'development',
      UNDERSTUDY_DATA_DIR: path.resolve(dataDir),
      UNDERSTUDY_TOKEN: token,
    },
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
