import { LayoutGraph } from '../types';
import { neighboursOf } from './neighbours';

/** A part of a graph that is connected, and where its things are in the graph. */
export interface Component extends LayoutGraph {
  nodeIndexes: readonly number[];
  edgeIndexes: readonly number[];
}

/** The parts of a graph that have nothing to do with each other. */
export function splitComponents(graph: LayoutGraph): Component[] {
  const { before, after } = neighboursOf(graph.nodes.length, graph.edges);
  const partOf = new Array<number>(graph.nodes.length).fill(-1);
  const numberInPart = new Array<number>(graph.nodes.length).fill(0);
  const parts: number[][] = [];
  for (let start = 0; start < graph.nodes.length; start++) {
    if (partOf[start] === -1) {
      const found = [start];
      partOf[start] = parts.length;
      // Grows while it is walked.
      for (const node of found) {
        for (const next of [...before[node], ...after[node]]) {
          if (partOf[next] === -1) {
            partOf[next] = parts.length;
            found.push(next);
          }
        }
      }
      // In the order of the graph, whatever the way through it was.
      found.sort((a, b) => a - b);
      found.forEach((node, index) => {
        numberInPart[node] = index;
      });
      parts.push(found);
    }
  }
  const edgesOf: number[][] = parts.map(() => []);
  graph.edges.forEach(([source], index) => edgesOf[partOf[source]].push(index));
  return parts.map((nodeIndexes, part) => ({
    nodeIndexes,
    edgeIndexes: edgesOf[part],
    nodes: nodeIndexes.map(index => graph.nodes[index]),
    edges: edgesOf[part].map(index => {
      const [source, target] = graph.edges[index];
      return [numberInPart[source], numberInPart[target]] as const;
    }),
  }));
}
