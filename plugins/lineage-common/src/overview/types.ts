import { LineageNodeKind, LineageOrigin } from '../graph/types';

/**
 * One thing on the map of everything around a node.
 *
 * @public
 */
export interface LineageOverviewNode {
  /** Node id. */
  id: string;
  kind: LineageNodeKind;
  entityRef?: string;
  namespace?: string;
  name?: string;
  /** Shortest number of hops from the root, by side. */
  distance: { upstream?: number; downstream?: number };
}

/**
 * Everything around a node, far more than a graph has and with less about each:
 * a map to find one's way.
 *
 * @public
 */
export interface LineageOverview {
  root: string;
  /** The environment whose connections these are, `*` for all. */
  environment: string;
  /** ISO 8601, UTC: the time at which these connections were current; missing: now. */
  asOf?: string;
  /** Nearest first. */
  nodes: LineageOverviewNode[];
  /** Places of source and target in `nodes`, in the direction of the data. */
  edges: {
    from: number;
    to: number;
    origin: LineageOrigin;
    restricted?: true;
  }[];
  truncated: boolean;
  complete: boolean;
}
