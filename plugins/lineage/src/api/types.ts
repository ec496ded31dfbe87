import { LineageDirection } from '@understudy/plugin-lineage-common';

/**
 * Which part of the graph to read. What is left out is up to the backend.
 *
 * @public
 */
export interface LineageGraphQuery {
  /** Node id, see `formatLineageNodeId`. */
  root: string;
  direction?: LineageDirection;
  upstreamDepth?: number;
  downstreamDepth?: number;
  /** Kinds to show: `job`, `unmapped`, or kinds of entities in lower case; all when missing. */
  kinds?: readonly string[];
  /** Most nodes in the answer. */
  limit?: number;
  /** Whose connections to follow, `*` for those of all environments; the default one when missing. */
  environment?: string;
  /** ISO 8601 time: connections as they were then; as they are now when missing. */
  asOf?: string;
}

/**
 * What to follow from a node, and how much of it to list.
 *
 * @public
 */
export interface LineageImpactQuery {
  root: string;
  direction?: 'upstream' | 'downstream';
  limit?: number;
  /** As of a graph. */
  environment?: string;
  /** As of a graph. */
  asOf?: string;
}

/**
 * Of what to read everything around it. What is left out is up to the backend.
 *
 * @public
 */
export interface LineageOverviewQuery {
  /** Node id. */
  root: string;
  direction?: LineageDirection;
  /** As of a graph. */
  kinds?: readonly string[];
  /** Most nodes in the answer. */
  limit?: number;
  /** As of a graph. */
  environment?: string;
  /** As of a graph. */
  asOf?: string;
}

/**
 * Which fields to follow, and how far. What is left out is up to the backend.
 *
 * @public
 */
export interface LineageFieldsQuery {
  /** Node id of a dataset. */
  root: string;
  /** All fields of which something is known when missing. */
  field?: string;
  direction?: LineageDirection;
  /** Steps; 0 gives the fields of the root alone. */
  depth?: number;
  /** Most fields in the answer. */
  limit?: number;
}

/**
 * Between which nodes to look for paths.
 *
 * @public
 */
export interface LineagePathQuery {
  /** Node ids. */
  from: string;
  to: string;
  /** As of a graph. */
  environment?: string;
  /** As of a graph. */
  asOf?: string;
  /** Most nodes in the answer. */
  limit?: number;
}

/**
 * Runs that used a version of something.
 *
 * @public
 */
export interface LineageUsingRunsQuery {
  /** Node id of a dataset or model. */
  node: string;
  version: string;
  /** ISO 8601 times between which the runs took place. */
  from?: string;
  to?: string;
  limit?: number;
  /** From the page before. */
  cursor?: string;
}

/**
 * A message to the owners of all that a change touches.
 *
 * @public
 */
export interface LineageNotifyRequest {
  root: string;
  message?: string;
  /** As of a graph. */
  environment?: string;
}

/**
 * Which events that could not be put into the graph to list.
 *
 * @public
 */
export interface LineageDeadLettersQuery {
  limit?: number;
  /** From the page before. */
  cursor?: string;
}

/**
 * The order of what is observed and not in the catalog: last seen first, by
 * name, or best connected first.
 *
 * @public
 */
export type LineageUnmappedSort = 'lastSeen' | 'name' | 'connections';

/**
 * Which of what is observed and not in the catalog to list; all when empty.
 *
 * @public
 */
export interface LineageUnmappedQuery {
  kind?: 'dataset' | 'job';
  environment?: string;
  /** Part of a namespace or name, in upper or lower case. */
  text?: string;
  sort?: LineageUnmappedSort;
  limit?: number;
  /** From the page before. */
  cursor?: string;
}
