import { FlowGraph } from '../../../../plugins/lineage/src/graph/model/toFlow';
import { Dagre, DagreGraph } from './platform';

/**
 * Arranges a drawing as the platform's graph does: with the settings of
 * `EntityRelationsGraph` for `DependencyGraph`, of which this is the one call
 * that takes nearly all of the time. The platform makes it at least twice before
 * it shows something; here it is made once.
 */
export function arrangeAsPlatform(
  { graphlib, layout }: Dagre,
  { nodes, edges }: Pick<FlowGraph, 'nodes' | 'edges'>,
): DagreGraph {
  const graph = new graphlib.Graph();
  graph.setGraph({
    rankdir: 'LR',
    nodesep: 50,
    edgesep: 10,
    ranksep: 50,
    marginx: 32,
    marginy: 32,
    ranker: 'network-simplex',
  });
  for (const { id, width, height } of nodes) {
    graph.setNode(id, { id, width, height });
  }
  for (const { source, target } of edges) {
    graph.setEdge(source, target, {
      from: source,
      to: target,
      label: 'visible',
      // A label has been measured when the second layout is made.
      width: 80,
      height: 16,
      labelpos: 'r',
      labeloffset: 8,
      weight: 1,
      minlen: 1,
    });
  }
  layout(graph);
  return graph;
}
