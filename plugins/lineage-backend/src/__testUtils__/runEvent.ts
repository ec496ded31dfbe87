/** A dataset in the namespace `db`. */
export function dataset(name: string, facets: object = {}) {
  return { namespace: 'db', name, facets };
}

/** A run event as a client sends it. */
export function runEvent(options: {
  type?: string;
  time?: string;
  runId?: string;
  job?: string;
  inputs?: object[];
  outputs?: object[];
  facets?: object;
}) {
  const {
    type = 'COMPLETE',
    time = '2026-11-20T10:00:00Z',
    runId = '0192d0a0-0000-7000-8000-000000000001',
    job = 'load',
    inputs = [],
    outputs = [],
    facets = {},
  } = options;
  return {
    eventType: type,
    eventTime: time,
    producer: 'https://example.com/producer',
    schemaURL:
      'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId, facets },
    job: { namespace: 'etl', name: job, facets: {} },
    inputs,
    outputs,
  };
}

/** A job event as a client sends it: what a job declares. */
export function jobEvent(options: {
  time: string;
  job?: string;
  inputs?: object[];
  outputs?: object[];
}) {
  const { time, job = 'load', inputs, outputs } = options;
  return {
    eventTime: time,
    producer: 'https://example.com/producer',
    schemaURL:
      'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/JobEvent',
    job: { namespace: 'etl', name: job, facets: {} },
    ...(inputs && { inputs }),
    ...(outputs && { outputs }),
  };
}
