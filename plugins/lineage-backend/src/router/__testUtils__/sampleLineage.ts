import { Entity } from '@backstage/catalog-model';

const WAREHOUSE = 'postgres://dwh:5432';

/** An entity that the warehouse has under a name. */
export function entity(
  kind: 'Dataset' | 'Model',
  name: string,
  options: {
    physical?: string;
    owner?: string;
    /** Refs of datasets that a model was trained on. */
    trainedOn?: string[];
    annotations?: Entity['metadata']['annotations'];
  } = {},
): Entity {
  const { physical, owner, trainedOn = [], annotations } = options;
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      etag: name,
      title: `The ${name}`,
      annotations,
    },
    spec: {
      type: 'any',
      lifecycle: 'production',
      ...(physical && {
        physical: [
          {
            role: 'offline',
            platform: 'postgres',
            namespace: WAREHOUSE,
            name: physical,
            environment: 'production',
          },
        ],
      }),
    },
    relations: [
      ...(owner
        ? [{ type: 'ownedBy', targetRef: `group:default/${owner}` }]
        : []),
      ...trainedOn.map(targetRef => ({ type: 'trainedOn', targetRef })),
    ],
  };
}

/** A run event, as Airflow sends it. */
export function runEvent(options: {
  job: string;
  inputs?: string[];
  outputs?: string[];
  type?: string;
  time?: string;
  run?: number;
}): object {
  const {
    job,
    inputs = [],
    outputs = [],
    type = 'COMPLETE',
    run = 1,
  } = options;
  const toDataset = (name: string) => ({ namespace: WAREHOUSE, name });
  return {
    eventTime: options.time ?? '2026-03-01T04:00:00.000Z',
    eventType: type,
    producer: 'https://example.com/airflow',
    schemaURL:
      'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: runIdOf(job, run) },
    job: { namespace: 'airflow', name: job },
    inputs: inputs.map(toDataset),
    outputs: outputs.map(toDataset),
  };
}

/** The id of the nth run of a job. */
export function runIdOf(job: string, run = 1): string {
  const hex = Buffer.from(job).toString('hex').padEnd(12, '0').slice(0, 12);
  return `01234567-89ab-7cde-8f01-${`${hex.slice(0, 8)}${run}`.padStart(12, '0')}`;
}

/** The id of a dataset of the warehouse. */
export function datasetId(name: string): string {
  return `ol:dataset:${encodeURIComponent(WAREHOUSE)}/${encodeURIComponent(name)}`;
}

/** The id of a job. */
export function jobId(name: string): string {
  return `ol:job:airflow/${encodeURIComponent(name)}`;
}

/**
 * Orders are loaded, joined with customers, and train a model, of which a report
 * is made:
 *
 * raw -> load -> orders -> join -> features -> train -> score -> publish -> report
 *                customers -^
 */
export const sampleEvents = [
  runEvent({ job: 'load', inputs: ['raw'], outputs: ['orders'] }),
  runEvent({
    job: 'join',
    inputs: ['orders', 'customers'],
    outputs: ['features'],
  }),
  runEvent({ job: 'train', inputs: ['features'], outputs: ['score'] }),
  runEvent({ job: 'publish', inputs: ['score'], outputs: ['report'] }),
];

/** Entities for some of the datasets; raw, customers and features have none. */
export const sampleEntities = [
  entity('Dataset', 'orders', { physical: 'orders', owner: 'data' }),
  entity('Model', 'score', { physical: 'score', owner: 'fraud' }),
  entity('Dataset', 'report', { physical: 'report', owner: 'product' }),
];
