import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { Duration } from 'luxon';

/** What `lineage` in the configuration says about taking events. */
export interface IngestionConfig {
  /** An observed edge is current when seen so long before the latest event of its job. */
  edgeWindowMs: number;
  /** Refuse what the specification does not allow instead of making sense of it. */
  strict: boolean;
  /** With so many events waiting, no more are taken. */
  maxBacklog: number;
  /** Topics of the events service that events are taken from. */
  topics: string[];
  /** How long events are kept as they were sent. */
  keepEventsMs: number;
  /** How long runs are kept. */
  keepRunsMs: number;
}

const DEFAULT_MAX_BACKLOG = 1_000_000;

/** Reads the configuration; what is wrong is named. */
export function readIngestionConfig(config: Config): IngestionConfig {
  const maxBacklog =
    config.getOptionalNumber('lineage.ingest.maxBacklog') ??
    DEFAULT_MAX_BACKLOG;
  if (!Number.isSafeInteger(maxBacklog) || maxBacklog < 1) {
    throw new InputError(
      `lineage.ingest.maxBacklog is ${maxBacklog}: expected a whole number above 0`,
    );
  }
  return {
    edgeWindowMs: readDuration(config, 'lineage.edgeWindow', 'P30D'),
    strict: config.getOptionalBoolean('lineage.ingest.strict') ?? false,
    maxBacklog,
    topics: config.getOptionalStringArray('lineage.events.topics') ?? [],
    keepEventsMs: readDuration(config, 'lineage.retention.events', 'P90D'),
    keepRunsMs: readDuration(config, 'lineage.retention.runs', 'P400D'),
  };
}

/** A month counts as 30 days and a year as 365, wherever they begin. */
function readDuration(config: Config, key: string, fallback: string): number {
  const text = config.getOptionalString(key) ?? fallback;
  const ms = Duration.fromISO(text).toMillis();
  if (!Number.isFinite(ms) || ms <= 0) {
    throw new InputError(
      `${key} is '${text}': expected a duration as ISO 8601 has it, such as ${fallback}`,
    );
  }
  return ms;
}
