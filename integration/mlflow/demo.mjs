// A portal to look at with a real MLflow server behind it, until Ctrl-C. Its data are kept apart
// from those of `npm start` and are there again the next time.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/portal/freePort.mjs';
import { root } from '../../scripts/toolchain/paths.mjs';
import { providePython } from '../lib/python.mjs';
import { mlflowPackages } from './mlflowPackages.mjs';
import { startMlflowServer } from './mlflowServer.mjs';
import { portalConfig } from './startStage.mjs';
import { train } from './train.mjs';

const python = providePython(mlflowPackages);
if ('missing' in python) {
  console.error(`There is no MLflow to start: ${python.missing}`);
  process.exit(1);
}

const dataDir = path.join(root, '.data', 'demo-mlflow');
const mlflowDir = path.join(dataDir, 'mlflow');
mkdirSync(mlflowDir, { recursive: true });
const mlflow = await startMlflowServer({
  bin: python.bin,
  directory: mlflowDir,
  port: await freePort(),
});

const trainedMark = path.join(mlflowDir, 'trained.json');
if (!existsSync(trainedMark)) {
  console.log('Training and registering a few models; this takes a minute');
  const trained = await train({ python: python.python, url: mlflow.url });
  writeFileSync(trainedMark, JSON.stringify(trained));
}
console.log(`\n  MLflow    ${mlflow.url}`);

const portal = spawn(
  process.execPath,
  [
    fileURLToPath(new URL('../../scripts/start-portal.mjs', import.meta.url)),
    ...['--config', path.join(root, 'app-config.yaml')],
    ...['--config', portalConfig],
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      UNDERSTUDY_DATA_DIR: dataDir,
      UNDERSTUDY_MLFLOW_URL: mlflow.url,
    },
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => portal.kill(signal));
}
portal.on('exit', async code => {
  await mlflow.stop();
  process.exitCode = code ?? 0;
});
