interface EdgeMessages {
  /** There was no value before. */
  first?: string;
  /** There is no value any more. */
  last?: string;
}

/** What rules say where one of the two values is missing, and that means something. */
export const edgeMessages: Readonly<Record<string, EdgeMessages | undefined>> =
  {
    LATENCY_RELAXED: {
      last: 'The latency {field} of {old} ms is no longer promised',
    },
    THROUGHPUT_REDUCED: {
      last: 'The throughput of {old} requests per second is no longer promised',
    },
    AVAILABILITY_REDUCED: {
      last: 'The availability of {old} is no longer promised',
    },
    ERROR_RATE_RAISED: {
      last: 'The rate of errors of {old} is no longer promised',
    },
    FRESHNESS_RELAXED: {
      last: 'The age of data of {old} at most is no longer promised',
    },
    METRIC_FLOOR_LOWERED: {
      last: 'At least {old} of {field} is no longer promised',
    },
    TTL_SHORTENED: {
      first: 'Values expire after {new}, and did not expire before',
    },
    RATE_LIMIT_LOWERED: {
      first:
        'One consumer may send {new} requests per second, and any number before',
    },
    MAX_PAYLOAD_LOWERED: {
      first: 'Requests may have {new} bytes, and any number before',
    },
    MAX_BATCH_LOWERED: {
      first: 'Batches may have {new} rows, and any number before',
    },
    TIMEOUT_LOWERED: {
      first: 'The service gives up after {new} ms, and did not say so before',
    },
    RETENTION_SHORTENED: {
      first: 'The data may be kept for {new} only, and for any time before',
      last: 'It is no longer promised that the data is kept for {old}',
    },
    RETENTION_LENGTHENED: {
      first: 'It is promised that the data is kept for {new}',
      last: 'The data may be kept for any time, and no longer for {old} only',
    },
    PURPOSE_NARROWED: {
      first: 'The data may be used for {new} only, and for anything before',
    },
    REGION_NARROWED: {
      first: 'The data may be used in {new} only, and anywhere before',
    },
    SHARING_NARROWED: {
      first: 'The data may be shared {new} only, and without limit before',
    },
    SERVICE_LEVEL_CHANGED: {
      first: 'The {field} is declared as {new}',
      last: 'The {field} of {old} is no longer declared',
    },
    TERMS_CHANGED: {
      first: 'The {field} of the data is declared as {new}',
      last: 'The {field} {old} of the data is no longer declared',
    },
  };
