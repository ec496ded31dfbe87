import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backendCommand } from '../../scripts/portal/backendCommand.mjs';
import { freePort } from '../../scripts/portal/freePort.mjs';
import { PortalApi } from '../lib/PortalApi.mjs';
import { startProcess } from '../lib/startProcess.mjs';
import { waitFor } from '../lib/waitFor.mjs';
import { holdAnswers } from './holdAnswers.mjs';
import { startMlflowServer } from './mlflowServer.mjs';
import { portalRegistry } from './portalRegistry.mjs';
import { portalConfig, WEBHOOK_SECRET } from './startStage.mjs';
import { runPython } from './train.mjs';

/**
 * A portal that can be killed at any moment and started again at the same
 * address with the same data, and a real MLflow server whose answers to it can
 * be kept back. Nobody looks at its pages.
 *
 * @param {{ python: string, bin: string }} options
 */
export async function startMortalStage({ python, bin }) {
  const directory = mkdtempSync(path.join(tmpdir(), 'understudy-mortal-'));
  const port = await freePort();
  const token = randomBytes(32).toString('hex');
  const mlflow = await startMlflowServer({
    bin,
    directory,
    port: await freePort(),
  });
  const between = await holdAnswers({ serverUrl: mlflow.url });
  const logFile = path.join(tmpdir(), `understudy-mortal-${port}.log`);
  const { url, ...command } = backendCommand({
    port,
    token,
    dataDir: directory,
    config: [portalConfig],
    env: {
      // Works without a built app.
      NODE_ENV: 'development',
      UNDERSTUDY_MLFLOW_URL: between.url,
      UNDERSTUDY_MLFLOW_WEBHOOK_SECRET: WEBHOOK_SECRET,
    },
  });
  /** @type {Awaited<ReturnType<typeof startProcess>> | undefined} */
  let portal;
  const start = async () => {
    portal = await startProcess({
      ...command,
      name: 'The portal',
      logFile,
      readyUrl: `${url}/.backstage/health/v1/readiness`,
      timeoutSeconds: 180,
    });
  };
  const stop = async () => {
    await portal?.stop();
    await between.stop();
    await mlflow.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  /** @param {string} role */
  const signIn = role =>
    waitFor(`the portal to know ${role}`, () =>
      // Its catalog may still be empty.
      PortalApi.asRole(url, role).catch(() => undefined),
    );
  try {
    await start();
    return {
      portal: {
        url,
        /** As by `kill -9`. */
        kill: async () => portal?.stop('SIGKILL'),
        start,
      },
      mlflow: {
        url: mlflow.url,
        holdNext: between.holdNext,
        /** @returns {Promise<any[]>} all it holds, read with the real client */
        dump: async () =>
          JSON.parse(
            await runPython(python, 'dump_registry.py', [
              '--tracking-uri',
              mlflow.url,
            ]),
          ),
      },
      inRegistry: portalRegistry({
        python,
        trackingUrl: mlflow.url,
        portalUrl: url,
      }),
      scientist: await signIn('payments-scientist'),
      auditor: await signIn('risk-officer'),
      outside: new PortalApi(url, token),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
