import path from 'node:path';
import { startProcess } from '../lib/startProcess.mjs';

/**
 * Starts a real MLflow server that keeps everything in one folder. Starting
 * it again with the same folder and port finds what was there.
 *
 * @param {{ bin: string, directory: string, port: number }} options
 */
export async function startMlflowServer({ bin, directory, port }) {
  const url = `http://127.0.0.1:${port}`;
  const server = await startProcess({
    name: 'The MLflow server',
    command: path.join(bin, 'mlflow'),
    args: [
      'server',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--workers',
      '1',
      '--backend-store-uri',
      `sqlite:///${path.join(directory, 'mlflow.db')}`,
      '--artifacts-destination',
      path.join(directory, 'artifacts'),
    ],
    cwd: directory,
    env: {
      MLFLOW_DISABLE_TELEMETRY: 'true',
      // The portal of the tests is on this machine, and without TLS.
      MLFLOW_WEBHOOK_ALLOWED_SCHEMES: 'http,https',
      MLFLOW_WEBHOOK_ALLOW_PRIVATE_IPS: 'true',
      // Secrets of webhooks outlast a restart.
      MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY: Buffer.from(
        '0'.repeat(32),
      ).toString('base64'),
    },
    logFile: path.join(directory, 'mlflow.log'),
    readyUrl: `${url}/health`,
    timeoutSeconds: 120,
  });
  return { ...server, url };
}
