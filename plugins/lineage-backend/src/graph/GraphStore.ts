import {
  GraphSource,
  LineageNodeName,
  LineageNodeSummary,
} from '@understudy/plugin-lineage-common';
import { NodeIdentity } from '../access/LineageView';

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

/** Reads the graph. It knows nothing of who may see what. */
export interface GraphStore extends Pick<GraphSource, 'neighbours' | 'count'> {
  /** The node that a name is shown as. */
  findRoot(name: LineageNodeName): Promise<RootNode | undefined>;
  /** What decides whether nodes may be seen; those that do not exist are left out. */
  readIdentities(ids: readonly number[]): Promise<NodeIdentity[]>;
  /** What nodes are called; those that do not exist are left out. */
  readNames(ids: readonly number[]): Promise<Map<number, NamedNode>>;
  /** Everything that is shown of nodes; those that do not exist are left out. */
  readNodes(ids: readonly number[]): Promise<Map<number, LineageNodeSummary>>;
  /** When connections were last observed, in the order asked. */
  readLastSeen(
    edges: readonly { source: number; target: number }[],
  ): Promise<(string | undefined)[]>;
}
