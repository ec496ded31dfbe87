import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

// Reading costs next to nothing here, and a new portal should fill quickly.
const DEFAULT_SECONDS = 20;

/** How often the sample servers are read, in seconds: `sampleData.interval`. */
export function readSampleInterval(config: Config): number {
  const key = 'sampleData.interval';
  return config.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key })) / 1000
    : DEFAULT_SECONDS;
}
