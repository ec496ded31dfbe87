import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import Router from 'express-promise-router';
import { readFile, writeFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Below `/api`: how much memory the backend takes, and took at most. */
export const MEMORY_PATH = '/benchmark-memory/peak';

/** In bytes. */
export interface MemoryUse {
  now: number;
  /** Since it was last forgotten. */
  peak: number;
}

// Linux keeps the peak, and forgets it when this is written.
const STATUS = '/proc/self/status';
const FORGET_PEAK = { file: '/proc/self/clear_refs', text: '5' };

/** Tells how much memory the backend takes; elsewhere than on Linux it says that it cannot. */
export const memoryPlugin = createBackendPlugin({
  pluginId: 'benchmark-memory',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ httpAuth, httpRouter }) {
        const router = Router();
        router.use(async (req, _res, next) => {
          await httpAuth.credentials(req, { allow: ['service'] });
          next();
        });
        router.get('/peak', async (_req, res) => {
          res.json(await readMemoryUse());
        });
        router.delete('/peak', async (req, res) => {
          collectGarbage({ giveBack: req.query.giveBack === 'true' });
          if (process.platform === 'linux') {
            await writeFile(FORGET_PEAK.file, FORGET_PEAK.text);
          }
          res.json(await readMemoryUse());
        });
        httpRouter.use(router);
      },
    });
  },
});

async function readMemoryUse(): Promise<MemoryUse | null> {
  if (process.platform !== 'linux') {
    return null;
  }
  const status = await readFile(STATUS, 'utf8');
  const bytesOf = (key: string) =>
    Number(status.match(new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm'))?.[1]) * 1024;
  return { now: bytesOf('VmRSS'), peak: bytesOf('VmHWM') };
}

/**
 * What is left over from before is not what is measured. V8 keeps memory that it
 * has collected for as long as there is enough, unless it is to give that back.
 */
function collectGarbage({ giveBack }: { giveBack: boolean }): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  collect(
    giveBack
      ? { type: 'major', execution: 'sync', flavor: 'last-resort' }
      : undefined,
  );
}
