import { Config } from '@backstage/config';
import { resolve } from 'node:path';

/**
 * Where the sample registry keeps what changes: `sampleData.directory`,
 * relative to the working directory of the backend.
 */
export function readSampleDirectory(config: Config): string {
  return resolve(config.getString('sampleData.directory'));
}
