/**
 * What a node of the graph is.
 *
 * `entity` is an entity of the catalog, of any kind; `dataset` and `job` are
 * known from OpenLineage alone.
 *
 * @public
 */
export type LineageNodeKind = 'entity' | 'dataset' | 'job';

/**
 * Which way to walk from a node: to where its data come from, to what depends
 * on it, or both.
 *
 * @public
 */
export type LineageDirection = 'upstream' | 'downstream' | 'both';

/**
 * How a connection is known: seen in runs, stated by somebody, or both.
 *
 * @public
 */
export type LineageOrigin = 'observed' | 'declared' | 'both';

/**
 * State of a run, from its events in the order of their own times. `unknown`:
 * the run was named by others only, or told nothing but OTHER.
 *
 * @public
 */
export type LineageRunState =
  'running' | 'complete' | 'failed' | 'aborted' | 'unknown';

/**
 * The last run of a job, by the time of its latest event.
 *
 * @public
 */
export interface LineageLastRun {
  id: string;
  state: LineageRunState;
  /** ISO 8601, UTC: the time of the run's latest event. */
  at: string;
}

/**
 * What is told about one thing wherever it appears.
 *
 * @public
 */
export interface LineageNodeSummary {
  /** See `formatLineageNodeId`. A job that appears once per output has a suffix of its own. */
  id: string;
  kind: LineageNodeKind;
  /** Set when an entity of the catalog claims it; equals the id then. */
  entityRef?: string;
  /** As OpenLineage names it. For an entity with several names: the first in alphabetical order. */
  namespace?: string;
  name?: string;
  /** `table`, `file`, `topic`, `batch`, `streaming`...: from facets, lower case. */
  type?: string;
  /** Jobs only. */
  lastRun?: LineageLastRun;
  /** Datasets with data-quality assertions: how many of the latest ones failed. */
  quality?: { failed: number; total: number };
  /** Of what no entity claims: entity refs that its ownership facet may mean, in the order of the facet. Not all of them have to be in the catalog. */
  owners?: string[];
  /** Datasets and models: the version that its latest event with one states, cut to 256 characters. Missing for another time than now. */
  version?: string;
  /** ISO 8601, UTC: when its latest lifecycle event says that it was dropped. */
  droppedAt?: string;
  /** ISO 8601, UTC: event times of the first and last event that named it. */
  firstSeen?: string;
  lastSeen?: string;
  /** Environments that its names belong to, in alphabetical order; missing while nothing names it. */
  environments?: string[];
  /** How many names that rules fold into one, such as partitions, it stands for. */
  foldedNames?: number;
}

/**
 * One thing in the graph.
 *
 * @public
 */
export interface LineageNode extends LineageNodeSummary {
  /** Shortest number of hops from the root in the graph as returned; 0 for the root. */
  distance: { upstream?: number; downstream?: number };
  /** Neighbours that are not in the answer, by side. More than 1,000 are not counted one by one when reading is restricted. */
  hidden: { upstream: number; downstream: number };
}

/**
 * One connection, in the direction of the data.
 *
 * @public
 */
export interface LineageEdge {
  source: string;
  target: string;
  origin: LineageOrigin;
  /** Nodes of hidden kinds were contracted into it: how many on the shortest way. */
  via?: number;
  /** It leads through something the caller may not see; nothing else is said about it, and `origin` is always `observed`. */
  restricted?: true;
  /** ISO 8601, UTC: event time of the latest run it was seen in. */
  lastSeen?: string;
  /** The version of the dataset or model at one of its ends that the latest run read or wrote. */
  version?: string;
  /** Declared between two entities, and a way through other nodes of the answer was observed that says the same: a drawing may leave it out. */
  parallel?: true;
}

/**
 * An environment that connections of a node belong to.
 *
 * @public
 */
export interface LineageEnvironment {
  name: string;
  /** How many; at most 1,000 are counted. */
  edges: number;
}

/**
 * The neighbourhood of a node.
 *
 * @public
 */
export interface LineageGraph {
  /** Id of the node asked for: its entity ref when it has one. */
  root: string;
  nodes: LineageNode[];
  edges: LineageEdge[];
  /** The cap on nodes was reached; `hidden` of the nodes at the rim says what is left out. */
  truncated: boolean;
  /** False when part of it was left out because the caller may not see it. */
  complete: boolean;
  /** The environment whose connections these are, `*` for all. What the catalog declares belongs to every environment. */
  environment: string;
  /** The environment that is shown where none is asked for. */
  defaultEnvironment: string;
  /** ISO 8601, UTC: the time at which these connections were current; missing: now. */
  asOf?: string;
  /** The environments that direct connections of the root belong to, in alphabetical order. */
  environments: LineageEnvironment[];
}

/**
 * Something that a change of the root reaches.
 *
 * @public
 */
export interface LineageImpactItem {
  id: string;
  kind: LineageNodeKind;
  entityRef?: string;
  namespace?: string;
  name?: string;
  /** Shortest number of hops from the root; 1 is a direct consumer. */
  degree: number;
  /** From the catalog, when it is an entity. */
  title?: string;
  entityKind?: string;
  type?: string;
  lifecycle?: string;
  /** Entity ref of the owner. */
  owner?: string;
}

/**
 * Everything a change of the root reaches, and whose it is.
 *
 * @public
 */
export interface LineageImpact {
  root: string;
  direction: 'upstream' | 'downstream';
  /** The environment whose connections were followed, `*` for all. */
  environment: string;
  /** ISO 8601, UTC: the time at which these connections were current; missing: now. */
  asOf?: string;
  /** Of all that is reached. `production`: entities of the lifecycle `production`. */
  totals: {
    items: number;
    entities: number;
    production: number;
    owners: number;
  };
  /** By owner, the most touched first; `owner` is missing for what nobody owns. */
  owners: { owner?: string; items: number; nearest: number }[];
  /** Nearest first, then by id; at most as many as asked for. */
  items: LineageImpactItem[];
  /** More was reached than the bound of the walk allows. */
  truncated: boolean;
  /** False when something reached may not be seen by the caller. */
  complete: boolean;
}
