import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const KEY = 'lineage.memory.maxMegabytes';
const DEFAULT_MEGABYTES = 256;
const MOST_MEGABYTES = 16 * 1024;

/** How much memory the graph may take, in bytes; 0: it is not held in memory. */
export function readMemoryBound(config: Config): number {
  const megabytes = config.getOptionalNumber(KEY) ?? DEFAULT_MEGABYTES;
  if (!(megabytes >= 0 && megabytes <= MOST_MEGABYTES)) {
    throw new InputError(
      `${KEY} is ${megabytes}: expected a number from 0 to ${MOST_MEGABYTES}`,
    );
  }
  return Math.floor(megabytes * 1024 * 1024);
}
