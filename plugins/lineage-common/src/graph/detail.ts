import { LineageRun } from '../runs/types';
import { LineageNodeSummary } from './types';

/**
 * Everything that is known about one node.
 *
 * @public
 */
export interface LineageNodeDetail {
  node: LineageNodeSummary;
  /** All names under which events speak of it, in alphabetical order. */
  names: LineageNodeAlias[];
  /** By name; of several under one name the latest. */
  facets: LineageFacet[];
  /** Its latest runs, newest first: of a job its own, of a dataset those that wrote it. */
  runs: LineageRun[];
  /** False when the caller may not see some of these runs, or of what they read or wrote. */
  runsComplete: boolean;
  /** There are more names or facets than are listed. */
  truncated: boolean;
}

/**
 * A name under which events speak of a node.
 *
 * @public
 */
export interface LineageNodeAlias {
  kind: 'dataset' | 'job';
  namespace: string;
  name: string;
  /** As the entity that claims the name says. */
  role?: string;
  environment?: string;
  region?: string;
}

/**
 * A facet of OpenLineage, as its latest event states it.
 *
 * @public
 */
export interface LineageFacet {
  name: string;
  /** ISO 8601, UTC: time of the event that states it. */
  at: string;
  /** Missing when it is too large to be shown here, or restricted. */
  value?: Record<string, unknown>;
  /** It can name what the caller may not see, so its value is not told. */
  restricted?: true;
  bytes: number;
}
