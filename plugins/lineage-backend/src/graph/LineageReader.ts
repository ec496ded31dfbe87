import {
  LineageGraph,
  LineageImpact,
  LineageImpactItem,
  LineageNodeName,
  LineageSide,
} from '@understudy/plugin-lineage-common';
import { AskedNode } from './nodeIds';

/** Which neighbourhood to read. */
export interface GraphQuery {
  root: AskedNode;
  /** 0 leaves that side out. */
  depth: Record<LineageSide, number>;
  /** Name of the environment whose connections to read; `*` for all, the usual one when missing. */
  environment?: string;
  /** Event time, as it is stored: what was current then. Now when missing. */
  asOf?: string;
  /**
   * Kinds to show: `job`, `unmapped` for datasets of no entity, and kinds of
   * entities in lower case. All when missing.
   */
  kinds?: ReadonlySet<string>;
  /** Nodes of the answer. */
  limit: number;
  /** Nodes that the caller has: edges between them and the answer are part of it. */
  include?: readonly AskedNode[];
}

/** What to follow, and how far. */
export interface ImpactQuery {
  root: LineageNodeName;
  direction: LineageImpact['direction'];
  /** As in {@link GraphQuery}. */
  environment?: string;
  /** As in {@link GraphQuery}. */
  asOf?: string;
  kinds?: ReadonlySet<string>;
  /** So many nodes are walked to; the usual bound when missing. */
  most?: number;
}

/** All that a change reaches, before it is summed up. */
export interface FoundImpact extends Pick<
  LineageImpact,
  'root' | 'direction' | 'environment' | 'asOf' | 'truncated' | 'complete'
> {
  /** What is touched, nearest first, read and described as pages are asked for. */
  pages(
    pageSize: number,
    firstPageSize?: number,
  ): AsyncGenerator<LineageImpactItem[]>;
}

/**
 * Reads the graph. `TOptions` is what a reader needs to know of who asks:
 * credentials, or what may be seen.
 */
export interface LineageReader<TOptions> {
  /** Throws NotFoundError for a root that is unknown or may not be seen. */
  getGraph(query: GraphQuery, options: TOptions): Promise<LineageGraph>;
  /** Throws NotFoundError for a root that is unknown or may not be seen. */
  findImpact(query: ImpactQuery, options: TOptions): Promise<FoundImpact>;
}
