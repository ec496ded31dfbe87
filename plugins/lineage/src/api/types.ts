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
}

/**
 * A message to the owners of all that a change touches.
 *
 * @public
 */
export interface LineageNotifyRequest {
  root: string;
  message?: string;
}
