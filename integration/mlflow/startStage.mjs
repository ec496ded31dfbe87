import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/portal/freePort.mjs';
import { startBuiltPortal } from '../../scripts/portal/startBuiltPortal.mjs';
import { startMlflowServer } from './mlflowServer.mjs';
import { runPython, train } from './train.mjs';

export const SERVER_ID = 'mlflow-local';
export const portalConfig = fileURLToPath(
  new URL('app-config.mlflow.yaml', import.meta.url),
);

/**
 * Everything the tests play on: a real MLflow server with trained models, and a
 * portal that is joined to it. The server can be taken away and brought back.
 *
 * @param {{ python: string, bin: string }} options
 */
export async function startStage({ python, bin }) {
  const directory = mkdtempSync(path.join(tmpdir(), 'understudy-mlflow-'));
  const port = await freePort();
  let mlflow = await startMlflowServer({ bin, directory, port });
  /** @type {Awaited<ReturnType<typeof startBuiltPortal>> | undefined} */
  let portal;
  const stop = async () => {
    await portal?.stop();
    await mlflow.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    console.log(`MLflow runs at ${mlflow.url}; training`);
    const trained = await train({ python, url: mlflow.url });
    portal = await startBuiltPortal({
      config: [portalConfig],
      env: { UNDERSTUDY_MLFLOW_URL: mlflow.url },
      logFile: path.join(tmpdir(), `understudy-portal-${port}.log`),
    });
    console.log(`The portal runs at ${portal.url}`);
    return {
      portal,
      trained,
      mlflow: {
        url: mlflow.url,
        stop: () => mlflow.stop('SIGKILL'),
        start: async () => {
          mlflow = await startMlflowServer({ bin, directory, port });
        },
        /** @param {string[]} args see `python/change_registry.py` */
        change: (...args) =>
          runPython(python, 'change_registry.py', [
            '--tracking-uri',
            mlflow.url,
            ...args,
          ]),
        /**
         * @param {string} model
         * @param {string} alias
         * @returns {Promise<string>} the version, read with the real client
         */
        readAlias: async (model, alias) =>
          (
            await runPython(python, 'read_alias.py', [
              '--tracking-uri',
              mlflow.url,
              model,
              alias,
            ])
          ).trim(),
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
