import type { SampleServerId } from '../generate/types';

/** A dataset as OpenLineage names it. */
export interface DatasetName {
  namespace: string;
  name: string;
}

/** Datasets, or which ones they were at a time. */
export type Datasets = DatasetName[] | ((at: Date) => DatasetName[]);

/** What runs a job; decides how its events look. */
export type SamplePlatform =
  'airflow' | 'dbt' | 'debezium' | 'flink' | 'notebook' | 'service' | 'spark';

/**
 * When a job runs.
 *
 * - Every so many hours, counted from `at`: `HH:MM`, or `Mon HH:MM` for weeks.
 *   With `until`, the last time was then.
 * - Without end: started anew every week, heard of every day.
 * - Once for each of the newest versions of a registry record, which it made.
 * - Never seen: somebody stated what it does.
 */
export type SampleSchedule =
  | { everyHours: number; at: string; until?: string }
  | { endless: 'streaming' | 'service' }
  | { versionsOf: [SampleServerId, string]; last: number }
  | { declaredAt: string };

/** One field of an output, and the field it comes from. */
export type ColumnFlow = [
  output: DatasetName,
  field: string,
  input: DatasetName,
  inputField: string,
];

/** A test of a dataset that a job runs. */
export interface SampleAssertion {
  dataset: DatasetName;
  assertion: string;
  column?: string;
  /** Of this many runs in a hundred; 100 never passes. */
  failsPercent?: number;
}

/** A job of the sample organisation in short form. Its events are generated from it. */
export interface SampleJob {
  platform: SamplePlatform;
  /** Instead of the usual one of the platform. */
  namespace?: string;
  name: string;
  /** The job that starts it, such as its DAG. */
  parent?: string;
  description?: string;
  /** Name of a group; absent where nobody signed up. */
  owner?: string;
  reads: Datasets;
  writes: Datasets;
  schedule: SampleSchedule;
  /** How long a run takes. */
  minutes?: number;
  /** Each output was made from the input at its place in the list: told by the explicit lineage facet. */
  pairwise?: boolean;
  columns?: ColumnFlow[];
  assertions?: SampleAssertion[];
  /** What a failed run says. Without it the job has never failed. */
  error?: string;
  /** Jobs that it waits for, without a dataset between: names of the same platform. */
  after?: string[];
}

/** The datasets as they were at a time. */
export function datasetsAt(datasets: Datasets, at: Date): DatasetName[] {
  return typeof datasets === 'function' ? datasets(at) : datasets;
}
