import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/portal/freePort.mjs';
import { startBuiltPortal } from '../../scripts/portal/startBuiltPortal.mjs';
import { startMlflowServer } from './mlflowServer.mjs';
import { portalRegistry } from './portalRegistry.mjs';
import { runPython } from './train.mjs';

export const SERVER_ID = 'mlflow-local';
// In hex, as it is an argument of a program: base64 may begin with a dash.
export const WEBHOOK_SECRET = randomBytes(24).toString('hex');
export const portalConfig = fileURLToPath(
  new URL('app-config.mlflow.yaml', import.meta.url),
);

/**
 * Everything the tests play on: a real MLflow server with models in it, and a
 * portal that is joined to it. The server can be taken away and brought back.
 *
 * @template T
 * @param {{
 *   python: string,
 *   bin: string,
 *   fill: (server: { python: string, url: string }) => Promise<T>,
 * }} options `fill` registers the models
 */
export async function startStage({ python, bin, fill }) {
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
    console.log(`MLflow runs at ${mlflow.url}; registering models`);
    const trained = await fill({ python, url: mlflow.url });
    portal = await startBuiltPortal({
      config: [portalConfig],
      env: {
        UNDERSTUDY_MLFLOW_URL: mlflow.url,
        UNDERSTUDY_MLFLOW_WEBHOOK_SECRET: WEBHOOK_SECRET,
      },
      logFile: path.join(tmpdir(), `understudy-portal-${port}.log`),
    });
    console.log(`The portal runs at ${portal.url}`);
    return {
      portal,
      trained,
      inRegistry: portalRegistry({
        python,
        trackingUrl: mlflow.url,
        portalUrl: portal.url,
      }),
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
         * Has it send test deliveries, with the right secret and with another.
         *
         * @param {{ url: string, secret: string }} webhook
         * @returns {Promise<{ right: number, wrong: number }>} what was answered
         */
        sendWebhooks: async webhook =>
          JSON.parse(
            await runPython(python, 'webhooks.py', [
              '--tracking-uri',
              mlflow.url,
              '--url',
              webhook.url,
              '--secret',
              webhook.secret,
            ]),
          ),
        /** @returns {Promise<unknown>} all it holds, read with the real client */
        dump: async () =>
          JSON.parse(
            await runPython(python, 'dump_registry.py', [
              '--tracking-uri',
              mlflow.url,
            ]),
          ),
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
