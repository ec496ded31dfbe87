import type { SamplePlatform } from './SampleJob';

/** How the events of a tool look. */
export interface PlatformStyle {
  /** Of its jobs, where a job does not say otherwise. */
  namespace: string;
  producer: string;
  integration: string;
  jobType: string;
  /** How it writes times: digits of the second, and the zone. */
  digits: 3 | 6;
  zone: 'Z' | '+00:00';
}

const repository = 'https://github.com/OpenLineage/OpenLineage/tree/1.52.0';

/** As the integrations do it, down to how they write times. */
export const platforms: Record<SamplePlatform, PlatformStyle> = {
  airflow: {
    namespace: 'airflow',
    producer:
      'https://github.com/apache/airflow/tree/providers-openlineage/2.7.0',
    integration: 'AIRFLOW',
    jobType: 'TASK',
    digits: 6,
    zone: '+00:00',
  },
  dbt: {
    namespace: 'dbt',
    producer: `${repository}/integration/dbt`,
    integration: 'DBT',
    jobType: 'MODEL',
    digits: 6,
    zone: '+00:00',
  },
  debezium: {
    namespace: 'debezium',
    producer: 'https://github.com/debezium/debezium',
    integration: 'DEBEZIUM',
    jobType: 'TASK',
    digits: 3,
    zone: 'Z',
  },
  flink: {
    namespace: 'flink://streams.example.com',
    producer: `${repository}/integration/flink`,
    integration: 'FLINK',
    jobType: 'JOB',
    digits: 3,
    zone: 'Z',
  },
  notebook: {
    namespace: 'jupyter://research',
    producer: `${repository}/client/python`,
    integration: 'JUPYTER',
    jobType: 'NOTEBOOK',
    digits: 6,
    zone: 'Z',
  },
  service: {
    namespace: 'kubernetes://shop-prod',
    producer: `${repository}/client/java`,
    integration: 'SERVICE',
    jobType: 'DEPLOYMENT',
    digits: 3,
    zone: 'Z',
  },
  spark: {
    namespace: 'spark://lake.example.com',
    producer: `${repository}/integration/spark`,
    integration: 'SPARK',
    jobType: 'SQL_JOB',
    digits: 3,
    zone: 'Z',
  },
};

/** A time in the way of a tool. */
export function writeTime(style: PlatformStyle, at: Date): string {
  return at
    .toISOString()
    .replace(/(\.\d{3})Z$/, `$1${'0'.repeat(style.digits - 3)}${style.zone}`);
}
