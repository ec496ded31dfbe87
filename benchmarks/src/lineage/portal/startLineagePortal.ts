import { JsonObject } from '@backstage/types';
import { BenchmarkDatabase } from '../../databases/BenchmarkDatabase';
import { ownFile } from '../../paths';
import { RunningPortal, startPortal } from '../../portal/startPortal';
import { NOTHING_PATH } from './nothingPlugin';

/**
 * The portal of `npm start` in a process of its own, with users who read
 * entities under a condition, and a route that does nothing.
 */
export async function startLineagePortal(options: {
  database: Pick<BenchmarkDatabase, 'config'>;
  logFile: string;
  /** On top of what every portal of the benchmarks has. */
  config?: JsonObject;
}): Promise<RunningPortal> {
  const portal = await startPortal({
    ...options,
    preload: ownFile('src/lineage/portal/preload.mjs'),
  });
  try {
    await requireAdditions(portal);
  } catch (error) {
    await portal.stop();
    throw error;
  }
  return portal;
}

async function requireAdditions({ url, token }: RunningPortal): Promise<void> {
  const { status } = await fetch(`${url}/api${NOTHING_PATH}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  if (status !== 201) {
    throw new Error(
      `The portal was started without what the benchmark adds to it: ${NOTHING_PATH} answered ${status}`,
    );
  }
}
