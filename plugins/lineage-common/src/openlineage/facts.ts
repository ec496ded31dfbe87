import { LineageRunState } from '../graph/types';
import { LineageRunEngine, LineageRunTag } from '../runs/types';

/**
 * A dataset or job as events name it.
 *
 * @public
 */
export interface OpenLineageName {
  kind: 'dataset' | 'job';
  namespace: string;
  name: string;
}

/**
 * An {@link OpenLineageName} as one text, to be the key of a map.
 *
 * @public
 */
export type NameKey = string;

/**
 * Event time and start of the event's hash: `2026-11-25T08:00:00.123456789Z|0a1b2c3d4e5f6071`.
 * Stamps sort as text; of two statements about the same thing the one with the
 * greater stamp holds, whenever it arrived.
 *
 * @public
 */
export type Stamp = string;

/**
 * A value of which the latest statement holds.
 *
 * @public
 */
export interface Latest<T> {
  stamp: Stamp;
  value: T;
}

/**
 * A dataset that a run read or wrote.
 *
 * @public
 */
export interface IoFacts {
  /** Event time at which the run first named it. */
  first: string;
  /** Of the latest event of the run that named it. */
  last: Stamp;
  version?: Latest<string>;
}

/**
 * A dataset that a run wrote, and what it says that it was made from.
 *
 * @public
 */
export interface OutputFacts extends IoFacts {
  /** The explicit `lineage` facet: names of its sources; null when the facet was deleted. */
  lineage?: Latest<NameKey[] | null>;
  /** The `columnLineage` facet: datasets that it names; null when the facet was deleted. */
  columns?: Latest<NameKey[] | null>;
}

/**
 * One entry of the explicit `lineage` facet of a job.
 *
 * @public
 */
export interface LineageEntry {
  /** Absent: the event's own job. */
  target?: NameKey;
  /** Datasets and jobs; null stands for the event's own job. */
  inputs: (NameKey | null)[];
}

/**
 * Everything the events of one run say, merged. Merging is commutative,
 * associative and idempotent: see `mergeRunFacts`.
 *
 * @public
 */
export interface RunFacts {
  /** Earliest time of a START event. */
  start?: string;
  /** Earliest time of any event of its own. */
  first?: string;
  /** Of its latest own event. */
  last?: Stamp;
  /** There was a START or RUNNING event. */
  running?: boolean;
  /** The terminal event that holds: latest in time, then FAIL before ABORT before COMPLETE, then by hash. */
  terminal?: { at: string; rank: 1 | 2 | 3; hash: string };
  /** Of the latest event that states the whole set of inputs and outputs. */
  snapshot?: Stamp;
  inputs: Record<NameKey, IoFacts>;
  outputs: Record<NameKey, OutputFacts>;
  /** The explicit `lineage` facet of the job. */
  entries?: Latest<LineageEntry[] | null>;
  /** The `jobDependencies` facet. */
  dependencies?: Latest<{ upstream: NameKey[]; downstream: NameKey[] }>;
  parent?: Latest<{ runId: string; job?: NameKey }>;
  nominal?: Latest<{ start?: string; end?: string }>;
  error?: Latest<string>;
  /** The `tags` facet of the run; those of jobs and datasets are facets of theirs. */
  tags?: Latest<LineageRunTag[]>;
  /** The `processing_engine` facet. */
  engine?: Latest<LineageRunEngine>;
  /** Its events name more datasets than are kept of one run. */
  cut?: true;
}

/**
 * State and times of a run, derived from its facts.
 *
 * @public
 */
export interface RunSummary {
  state: LineageRunState;
  startedAt?: string;
  endedAt?: string;
}

/**
 * A facet of a dataset or job, said by one event. It replaces an earlier one of
 * the same name as a whole; `undefined` deletes it.
 *
 * @public
 */
export interface FacetStatement {
  node: NameKey;
  name: string;
  value: object | undefined;
}

/**
 * Another name of a dataset, stated in its facets.
 *
 * @public
 */
export interface OtherName {
  node: NameKey;
  other: NameKey;
  how: 'symlink' | 'table-symlink' | 'renamed-from';
}

/**
 * A connection that is claimed, in the direction of the data. A `step` is the
 * claiming job as the maker of one output: it stands for the job where the
 * output was not made from all inputs.
 *
 * @public
 */
export interface ClaimedEdge {
  source: EdgeEnd;
  target: EdgeEnd;
  /** Event times. */
  first: string;
  last: string;
}

/**
 * One end of a {@link ClaimedEdge}: a dataset or job, or the claiming job as the
 * maker of `output`.
 *
 * @public
 */
export type EdgeEnd = { node: NameKey } | { step: { output: NameKey } };

/**
 * What one event says, in a form that can be merged in any order.
 *
 * @public
 */
export interface EventFacts {
  kind: 'run' | 'job' | 'dataset';
  /** 30 characters, UTC, nine digits after the second. */
  eventTime: string;
  stamp: Stamp;
  /** Everything it names, each once. */
  names: Record<NameKey, OpenLineageName>;
  facets: FacetStatement[];
  otherNames: OtherName[];
  /** The event's own job. */
  job?: NameKey;
  /** Run events: the run and what is said about it. */
  run?: { id: string; originalId?: string; facts: RunFacts };
  /** Runs known through this one only: parent and root. */
  otherRuns: { id: string; originalId?: string; job?: NameKey }[];
  /** Job events that state inputs or outputs: replaces what the job declared before. */
  declared?: RunFacts;
  /** Dataset events with an explicit `lineage` facet: the dataset and its sources. */
  datasetLineage?: DatasetLineage;
  /** Run and job events: inputs that carry an explicit `lineage` facet, each once. */
  inputLineage?: DatasetLineage[];
}

/**
 * What a dataset states in its explicit `lineage` facet, whoever reads or writes it.
 *
 * @public
 */
export interface DatasetLineage {
  dataset: NameKey;
  /** Datasets and jobs; null when the facet was deleted. */
  sources: NameKey[] | null;
}
