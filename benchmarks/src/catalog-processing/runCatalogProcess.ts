import { fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { freePort } from '../../../scripts/portal/freePort.mjs';
import { BenchmarkDatabase } from '../databases/BenchmarkDatabase';
import type {
  CatalogAnswer,
  CatalogOrder,
  CatalogTask,
} from './catalogProcess';
import { ownFile } from '../paths';
import type { RoundResult } from './measureProcessing';

/** Starts a catalog in a process of its own, where nothing else takes time. */
export async function runCatalogProcess(options: {
  database: Pick<BenchmarkDatabase, 'config'>;
  task: CatalogTask;
  logFile: string;
}): Promise<RoundResult[]> {
  const log = openSync(options.logFile, 'a');
  const child = fork(ownFile('src/catalog-processing/catalogProcess.ts'), {
    execArgv: ['--require', '@backstage/cli/config/nodeTransform.cjs'],
    stdio: ['ignore', log, log, 'ipc'],
    env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'warn' },
  });
  closeSync(log);
  const order: CatalogOrder = {
    port: await freePort(),
    database: options.database.config,
    task: options.task,
  };
  child.send(order);
  const answer = await new Promise<CatalogAnswer>((resolve, reject) => {
    child.on('message', message => {
      if (isAnswer(message)) {
        resolve(message);
      }
    });
    child.once('error', reject);
    child.once('exit', code =>
      reject(
        new Error(`The catalog ended with ${code}; see ${options.logFile}`),
      ),
    );
  });
  if ('error' in answer) {
    throw new Error(`The catalog failed. ${answer.error}`);
  }
  return answer.results;
}

function isAnswer(message: unknown): message is CatalogAnswer {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'catalog-answer'
  );
}
