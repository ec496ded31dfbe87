import { ServiceLevels } from '../contract/Contract';

/** The percentiles of latency, low to high: a higher one also bounds the lower ones. */
export const percentiles = ['p50', 'p95', 'p99', 'max'] as const;

/** How one level of a service is judged. */
export interface LevelRule {
  part:
    | 'throughputRps'
    | 'rateLimitRps'
    | 'availability'
    | 'errorRate'
    | 'freshness'
    | 'ttl'
    | 'maxPayloadBytes'
    | 'maxBatch'
    | 'timeoutMs'
    | 'retention';
  /** Where it gets worse. */
  ruleId: string;
  /** Where it gets better and a rule of its own says so. */
  better?: string;
  worse: 'lower' | 'higher';
  /** Nothing declared means no limit, and not no promise. */
  limit?: boolean;
  /** Concerns what consumers send, and not what they read. */
  inputOnly?: boolean;
  /** What a consumer says at this place is not what it needs of the provider. */
  ownBusiness?: boolean;
}

export const levelRules: readonly LevelRule[] = [
  { part: 'throughputRps', ruleId: 'THROUGHPUT_REDUCED', worse: 'lower' },
  { part: 'availability', ruleId: 'AVAILABILITY_REDUCED', worse: 'lower' },
  { part: 'errorRate', ruleId: 'ERROR_RATE_RAISED', worse: 'higher' },
  { part: 'freshness', ruleId: 'FRESHNESS_RELAXED', worse: 'higher' },
  { part: 'ttl', ruleId: 'TTL_SHORTENED', worse: 'lower', limit: true },
  {
    part: 'retention',
    ruleId: 'RETENTION_SHORTENED',
    better: 'RETENTION_LENGTHENED',
    worse: 'lower',
  },
  {
    part: 'rateLimitRps',
    ruleId: 'RATE_LIMIT_LOWERED',
    worse: 'lower',
    limit: true,
    inputOnly: true,
  },
  {
    part: 'maxPayloadBytes',
    ruleId: 'MAX_PAYLOAD_LOWERED',
    worse: 'lower',
    limit: true,
    inputOnly: true,
  },
  {
    part: 'maxBatch',
    ruleId: 'MAX_BATCH_LOWERED',
    worse: 'lower',
    limit: true,
    inputOnly: true,
  },
  {
    part: 'timeoutMs',
    ruleId: 'TIMEOUT_LOWERED',
    worse: 'lower',
    limit: true,
    ownBusiness: true,
  },
];

/** The promise that bounds a percentile: its own, or that of the next higher one. */
export function boundingLatency(
  levels: ServiceLevels,
  percentile: (typeof percentiles)[number],
): number | undefined {
  const from = percentiles.indexOf(percentile);
  return percentiles
    .slice(from)
    .map(name => levels.latencyMs?.[name])
    .find(value => value !== undefined);
}
