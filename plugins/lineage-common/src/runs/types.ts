import { LineageRunState } from '../graph/types';

/**
 * One run of a job. Times are ISO 8601 in UTC.
 *
 * @public
 */
export interface LineageRun {
  id: string;
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
  inputs: LineageRunDataset[];
  outputs: LineageRunDataset[];
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
}
