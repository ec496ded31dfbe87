import { LineageEdge, LineageNodeSummary } from '../graph/types';

/**
 * A node on a path.
 *
 * @public
 */
export interface LineagePathNode extends LineageNodeSummary {
  /** Hops from where the paths begin. */
  distance: number;
}

/**
 * All shortest paths between two nodes.
 *
 * @public
 */
export interface LineagePath {
  /** Node ids, as asked. */
  from: string;
  to: string;
  /** The environment whose connections were followed, `*` for all. */
  environment: string;
  /** The time at which the connections were current, ISO 8601; missing for now. */
  asOf?: string;
  /** `downstream`: along the data. `upstream`: against it, because there is no path along it; then the paths begin at `to`. */
  direction: 'downstream' | 'upstream';
  /** In the order in which the paths pass them; empty when there is no path. */
  nodes: LineagePathNode[];
  edges: LineageEdge[];
  /** Not all was looked at, or not all paths are given. */
  truncated: boolean;
  /** False when something on the way, or near it, may not be seen by the caller. */
  complete: boolean;
}
