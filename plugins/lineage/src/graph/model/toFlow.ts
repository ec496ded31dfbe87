import { LineageEdge, LineageNode } from '@understudy/plugin-lineage-common';
import { FanOutGroup, GroupedGraph } from './groupFanOut';

/**
 * Sizes of what is drawn, in pixels at zoom 1. They are fixed, so that the
 * layout and what is in view are known before anything is rendered.
 */
export const SIZES = {
  data: { width: 232, height: 76 },
  job: { width: 188, height: 42 },
  group: { width: 188, height: 48 },
} as const;

/** One thing to draw. */
export type FlowNode = {
  id: string;
  width: number;
  height: number;
} & (
  | { shape: 'data' | 'job'; node: LineageNode }
  | { shape: 'group'; group: FanOutGroup }
);

/** What is drawn: things of known size and the connections between them. */
export interface FlowGraph {
  root: string;
  nodes: FlowNode[];
  edges: LineageEdge[];
  /** The group that stands for a node that is not drawn itself. */
  groupOf: ReadonlyMap<string, string>;
}

/** Says what is drawn for a grouped graph, and how large. */
export function toFlow(grouped: GroupedGraph): FlowGraph {
  return {
    root: grouped.root,
    nodes: [
      ...grouped.nodes.map((node): FlowNode => {
        const shape = node.kind === 'job' ? 'job' : 'data';
        return { id: node.id, shape, node, ...SIZES[shape] };
      }),
      ...grouped.groups.map((group): FlowNode => ({
        id: group.id,
        shape: 'group',
        group,
        ...SIZES.group,
      })),
    ],
    edges: grouped.edges,
    groupOf: grouped.groupOf,
  };
}
