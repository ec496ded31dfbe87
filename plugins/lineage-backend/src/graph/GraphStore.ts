import {
  GraphNeighbours,
  GraphWalk,
  LineageNodeName,
  LineageNodeSummary,
  LineageSide,
  NodesBySide,
} from '@understudy/plugin-lineage-common';
import { NodeIdentity } from '../access/LineageView';
import { AskedNode } from './nodeIds';
import { ConnectedInEnvironment } from './sql/selectConnectedByEnvironment';

/** A node that somebody asked about. */
export interface RootNode {
  id: number;
  /** Of a job: its appearances as the maker of single outputs. */
  steps: number[];
}

/** What a node is called; a job as the maker of one output is called as the job. */
export type NamedNode = Pick<
  LineageNodeSummary,
  'id' | 'kind' | 'entityRef' | 'namespace' | 'name'
>;

/** The environments whose connections are read, by id: one or all, and what belongs to every one. */
export type EnvironmentIds = readonly number[];

/** Reads the graph. It knows nothing of who may see what. */
export interface GraphStore {
  /** The same for one answer: where neighbours come from is decided once. */
  forOneAnswer(): Promise<GraphStore>;
  /** Whose connections an environment has; `*` for all. */
  findEnvironments(name: string): Promise<EnvironmentIds>;
  /** The node that a name is shown as. */
  findRoot(name: LineageNodeName): Promise<RootNode | undefined>;
  /** A job as the maker of one output. */
  findStep(
    job: LineageNodeName,
    output: { namespace: string; name: string },
  ): Promise<RootNode | undefined>;
  /** The nodes that names are shown as; those that are not known are left out. */
  findShown(nodes: readonly AskedNode[]): Promise<number[]>;
  /** As in `GraphSource`. */
  neighbours(
    nodes: NodesBySide,
    options: { most: number; environments: EnvironmentIds },
  ): Promise<Record<LineageSide, Map<number, GraphNeighbours>>>;
  /** As in `GraphSource`. */
  count(
    nodes: NodesBySide,
    environments: EnvironmentIds,
  ): Promise<Record<LineageSide, Map<number, number>>>;
  /** As in `GraphSource`. */
  degrees?(
    ids: readonly number[],
    options: { most: number; environments: EnvironmentIds },
  ): Promise<readonly number[] | undefined>;
  /** As in `GraphSource`. */
  walkFrom?(
    root: number,
    side: LineageSide,
    environments: EnvironmentIds,
  ): Promise<GraphWalk | undefined>;
  /**
   * What some nodes are connected with in each environment, on each side. Of more than
   * so many connections it is not defined which ones.
   */
  readByEnvironment(
    ids: readonly number[],
    most: number,
  ): Promise<ConnectedInEnvironment[]>;
  /** What some environments are called. */
  readEnvironmentNames(ids: Iterable<number>): Promise<Map<number, string>>;
  /** What decides whether nodes may be seen; those that do not exist are left out. */
  readIdentities(ids: readonly number[]): Promise<NodeIdentity[]>;
  /** What nodes are called; those that do not exist are left out. */
  readNames(ids: readonly number[]): Promise<Map<number, NamedNode>>;
  /** Whose nodes are, as senders call them; those of which nobody says are left out. */
  readOwners(ids: readonly number[]): Promise<Map<number, string[]>>;
  /** Everything that is shown of nodes; those that do not exist are left out. */
  readNodes(ids: readonly number[]): Promise<Map<number, LineageNodeSummary>>;
  /** When connections were last observed, in the order asked. */
  readLastSeen(
    edges: readonly { source: number; target: number }[],
    environments: EnvironmentIds,
  ): Promise<(string | undefined)[]>;
  /** The versions that the latest run of each connection read or wrote, in the order asked. */
  readVersions(
    edges: readonly { source: number; target: number }[],
    environments: EnvironmentIds,
  ): Promise<(string | undefined)[]>;
}
