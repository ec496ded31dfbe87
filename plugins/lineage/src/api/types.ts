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
