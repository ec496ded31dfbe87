import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';
import { startProcess } from '../../../integration/lib/startProcess.mjs';
import { backendCommand } from '../../../scripts/portal/backendCommand.mjs';
import { freePort } from '../../../scripts/portal/freePort.mjs';
import { BenchmarkDatabase } from '../databases/BenchmarkDatabase';
import { ownFile } from '../paths';
import { PortalClient } from './PortalClient';

const CONFIG = ownFile('app-config.benchmark.yaml');
const START_SECONDS = 180;

/** A portal that runs as people run it, in a process of its own. */
export interface RunningPortal {
  url: string;
  /** Of programs outside the portal. */
  token: string;
  /** Signed in as somebody who owns models. */
  scientist: PortalClient;
  signIn(role: string): Promise<PortalClient>;
  stop(): Promise<void>;
}

export async function startPortal(options: {
  database: Pick<BenchmarkDatabase, 'config'>;
  logFile: string;
  /** A file that is loaded before the portal. */
  preload?: string;
  /** On top of what every portal of the benchmarks has. */
  config?: JsonObject;
}): Promise<RunningPortal> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'understudy-benchmark-'));
  const ownConfig = path.join(dataDir, 'app-config.own.yaml');
  await writeFile(
    ownConfig,
    stringify({
      ...options.config,
      backend: { database: options.database.config },
    }),
  );
  const token = randomBytes(32).toString('hex');
  const { url, args, ...command } = backendCommand({
    port: await freePort(),
    token,
    dataDir,
    config: [CONFIG, ownConfig],
    // Without the app, which is not measured here and need not be built.
    env: { NODE_ENV: 'development', LOG_LEVEL: 'warn' },
  });
  const backend = await startProcess({
    ...command,
    args: [...(options.preload ? ['--import', options.preload] : []), ...args],
    name: 'The portal',
    logFile: options.logFile,
    readyUrl: `${url}/.backstage/health/v1/readiness`,
    timeoutSeconds: START_SECONDS,
  }).catch(async error => {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  });
  const stop = async () => {
    await backend.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    return {
      url,
      token,
      scientist: await PortalClient.signIn(url, 'payments-scientist'),
      signIn: role => PortalClient.signIn(url, role),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
