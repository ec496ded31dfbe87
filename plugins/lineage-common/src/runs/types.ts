import { LineageNodeKind, LineageRunState } from '../graph/types';

/**
 * One run of a job. Times are ISO 8601 in UTC.
 *
 * @public
 */
export interface LineageRun {
  id: string;
  /** Missing when the caller may not see it, or nobody has named it. */
  job?: LineageRunJob;
  state: LineageRunState;
  startedAt?: string;
  endedAt?: string;
  /** Time of its latest event. */
  lastEventAt: string;
  nominalStart?: string;
  nominalEnd?: string;
  /** Run id of the parent, such as the run of the DAG. */
  parentRunId?: string;
  /** First line of the error of a failed run. */
  error?: string;
  /** As its events state them; at most 50. */
  tags?: LineageRunTag[];
  /** What carried it out, such as Spark; with its version, where that is stated. */
  engine?: LineageRunEngine;
  inputs: LineageRunDataset[];
  outputs: LineageRunDataset[];
  /** It read or wrote more than is listed. */
  truncated?: true;
}

/**
 * A tag of a run.
 *
 * @public
 */
export interface LineageRunTag {
  key: string;
  /** Missing when there is but the key. */
  value?: string;
  /** The tool or team that put it there. */
  source?: string;
}

/**
 * What carried out a run.
 *
 * @public
 */
export interface LineageRunEngine {
  name?: string;
  version?: string;
}

/**
 * The job that a run is one of.
 *
 * @public
 */
export interface LineageRunJob {
  /** Node id. */
  id: string;
  namespace: string;
  name: string;
}

/**
 * A page of runs, newest first.
 *
 * @public
 */
export interface LineageRunPage {
  items: LineageRun[];
  /**
   * Whether nothing of this page was left out as the caller may not see it: runs, what
   * they read or wrote, or what depends on that.
   */
  complete: boolean;
  /** Gives the next page; missing on the last. */
  nextCursor?: string;
}

/**
 * A dataset that a run read or wrote.
 *
 * @public
 */
export interface LineageRunDataset {
  /** Node id. */
  id: string;
  namespace: string;
  name: string;
  version?: string;
  /** What rules cut off the name to fold it, such as the date of a partition. */
  partition?: string;
  /** Of what a run wrote, where it was asked what used a version: what depends on it directly, as far as the caller may see it. */
  consumers?: LineageRunConsumer[];
  /** There are more consumers than are listed. */
  moreConsumers?: true;
}

/**
 * Something that depends on what a run wrote.
 *
 * @public
 */
export interface LineageRunConsumer {
  /** Node id. */
  id: string;
  kind: LineageNodeKind;
  entityRef?: string;
  namespace?: string;
  name?: string;
}
