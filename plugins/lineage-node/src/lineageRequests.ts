import type { LineageDirection } from '@understudy/plugin-lineage-common';

/**
 * Which neighbourhood of a node to read. What is left out is up to the lineage
 * backend.
 *
 * @public
 */
export interface LineageGraphRequest {
  /** An entity ref, or what `formatLineageNodeId` gives. */
  root: string;
  direction?: LineageDirection;
  /** Hops on each side. */
  depth?: number;
  upstreamDepth?: number;
  downstreamDepth?: number;
  /** Whose connections to read; `*` for all, the usual environment when missing. */
  environment?: string;
  /** What was current at this time: ISO 8601. Now when missing. */
  asOf?: string;
  /** `job`, `unmapped`, and kinds of entities; all when missing. */
  kinds?: readonly string[];
  /** Nodes of the answer. */
  limit?: number;
}

/**
 * What to follow, and how much of it to list.
 *
 * @public
 */
export interface LineageImpactRequest {
  /** An entity ref, or what `formatLineageNodeId` gives. */
  root: string;
  direction?: 'upstream' | 'downstream';
  /** Whose connections to follow; `*` for all, the usual environment when missing. */
  environment?: string;
  /** What was current at this time: ISO 8601. Now when missing. */
  asOf?: string;
  kinds?: readonly string[];
  /** Items of the answer; all count in its totals. */
  limit?: number;
}

/**
 * What to read all about.
 *
 * @public
 */
export interface LineageNodeRequest {
  /** An entity ref, or what `formatLineageNodeId` gives. */
  node: string;
}

/**
 * Which runs to list.
 *
 * @public
 */
export interface LineageRunsRequest {
  /** A job, or a dataset that runs wrote. */
  node: string;
  limit?: number;
  /** Of the page before. */
  cursor?: string;
}

/**
 * A version of a dataset or model, and when it was used.
 *
 * @public
 */
export interface LineageUsingRunsRequest {
  /** Entity ref or node id of the dataset or model. */
  node: string;
  /** As events state it. */
  version: string;
  /** ISO 8601; of event times. */
  from?: string;
  to?: string;
  limit?: number;
  /** Of the page before. */
  cursor?: string;
}

/**
 * Which fields to follow.
 *
 * @public
 */
export interface LineageFieldsRequest {
  /** Entity ref or node id of a dataset. */
  root: string;
  /** All of its fields when missing. */
  field?: string;
  direction?: LineageDirection;
  /** Hops on each side. */
  depth?: number;
  /** Fields of the answer. */
  limit?: number;
}

/**
 * Between which nodes to look for paths.
 *
 * @public
 */
export interface LineagePathRequest {
  /** Entity refs or node ids. */
  from: string;
  to: string;
  /** Whose connections to follow; `*` for all, the usual environment when missing. */
  environment?: string;
  /** What was current at this time: ISO 8601. Now when missing. */
  asOf?: string;
  /** Nodes of the answer. */
  limit?: number;
}

/**
 * What to read of each of many nodes: what is left out is not read.
 *
 * @public
 */
export interface LineageNeighbourhoodsRequest {
  /** Entity refs, or what `formatLineageNodeId` gives; at most 10. */
  roots: readonly string[];
  /** Whose connections to follow; `*` for all, the usual environment when missing. */
  environment?: string;
  /** As {@link LineageGraphRequest}. */
  graph?: {
    direction?: LineageDirection;
    depth?: number;
    kinds?: readonly string[];
    /** Nodes, at most 1,000. */
    limit?: number;
  };
  /** As {@link LineageImpactRequest}. */
  impact?: {
    direction?: 'upstream' | 'downstream';
    kinds?: readonly string[];
    /** Items, at most 1,000. */
    limit?: number;
  };
  /** As {@link LineageFieldsRequest}. */
  fields?: {
    direction?: LineageDirection;
    depth?: number;
    /** Fields, at most 1,000. */
    limit?: number;
  };
}

/**
 * Whose observed schemas to read.
 *
 * @public
 */
export type LineageSchemasRequest = {
  /** Only of datasets in it; `*` for all, the usual environment when missing. */
  environment?: string;
} & (
  | {
      /** Entity refs, at most 50. */
      entities: readonly string[];
    }
  | {
      entities?: undefined;
      /** Of an answer before: only entities where something changed since. */
      cursor?: string;
      /** Entities of the answer, at most 200. */
      limit?: number;
    }
);
