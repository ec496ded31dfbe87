import { adjacencyOf, SIDES } from '../model/adjacency';
import { hopsFrom } from '../model/distances';
import { FlowGraph } from '../model/toFlow';
import { LayoutApi, LayoutQuality } from './LayoutApi';
import { placeBeside } from './placeBeside';
import { Coordinates, LayoutGraph, Point } from './types';

/** So many new nodes find places beside the others; with more, all are arranged anew. */
const MAX_BESIDE = 150;

/** Places by id of node. */
export type Places = ReadonlyMap<string, Point>;

/** Where connections pass between their ends, by {@link pairKey}. */
export type Bends = ReadonlyMap<string, readonly Point[]>;

/** The two ends of a connection as one text. */
export function pairKey(edge: { source: string; target: string }): string {
  return `${edge.source} ${edge.target}`;
}

/**
 * Adds what is new to an arrangement without moving anything. Undefined when
 * that is too much for it to be worth the look of it.
 */
export function arrangeBeside(
  flow: FlowGraph,
  before: Places,
): Places | undefined {
  const kept = new Map(
    flow.nodes.flatMap(({ id }) => {
      const point = before.get(id);
      return point ? [[id, point] as const] : [];
    }),
  );
  const added = flow.nodes.length - kept.size;
  if (kept.size === 0 || added > MAX_BESIDE) {
    return undefined;
  }
  return added === 0 ? kept : placeBeside(flow.nodes, flow.edges, kept);
}

/**
 * Arranges everything. The root stays where it was, so that readers find
 * themselves in the new picture.
 */
export async function arrangeAnew(
  flow: FlowGraph,
  options: { layoutApi: LayoutApi; before?: Places; signal: AbortSignal },
): Promise<{ places: Places; bends: Bends; quality: LayoutQuality }> {
  const { layoutApi, before, signal } = options;
  const { graph, keys, indexes } = toLayoutGraph(flow);
  const { positions, bends, quality } = await layoutApi.layout(graph, {
    signal,
  });
  const rootBefore = before?.get(flow.root) ?? { x: 0, y: 0 };
  const [rootX, rootY] = positions[indexes.get(flow.root) ?? 0] ?? [0, 0];
  const moved = ([x, y]: Coordinates): Point => ({
    x: x - rootX + rootBefore.x,
    y: y - rootY + rootBefore.y,
  });
  return {
    quality,
    places: new Map(
      flow.nodes.map(({ id }, index) => [id, moved(positions[index])]),
    ),
    bends: new Map(
      keys.map((key, index) => [key, (bends[index] ?? []).map(moved)]),
    ),
  };
}

/**
 * What is to be arranged of what is drawn. Answers the {@link pairKey} of each of
 * its edges and the number of each of its nodes as well.
 */
export function toLayoutGraph({
  root,
  nodes,
  edges,
}: Pick<FlowGraph, 'root' | 'nodes' | 'edges'>): {
  graph: LayoutGraph;
  keys: readonly string[];
  indexes: ReadonlyMap<string, number>;
} {
  const indexes = new Map(nodes.map(({ id }, index) => [id, index]));
  const sideOf = sidesOf(root, edges);
  const known = edges.flatMap(edge => {
    const [from, to] = [indexes.get(edge.source), indexes.get(edge.target)];
    return from === undefined || to === undefined
      ? []
      : [{ key: pairKey(edge), ends: [from, to] as const }];
  });
  return {
    graph: {
      // They go to a worker, which needs nothing else of them.
      nodes: nodes.map(({ id, width, height }) => ({
        width,
        height,
        side: sideOf(id),
      })),
      edges: known.map(({ ends }) => ends),
    },
    keys: known.map(({ key }) => key),
    indexes,
  };
}

/**
 * On which side of the root a node is: where it is fewer steps away. What is made from
 * what it goes into, as in a circle, is as far left as right and counts as left.
 */
function sidesOf(
  root: string,
  edges: FlowGraph['edges'],
): (id: string) => number {
  const adjacency = adjacencyOf(edges);
  const [upstream, downstream] = SIDES.map(side =>
    hopsFrom(adjacency, root, [side]),
  );
  return id => {
    const [before = Infinity, after = Infinity] = [
      upstream.get(id),
      downstream.get(id),
    ];
    if (id === root || (before === Infinity && after === Infinity)) {
      return 0;
    }
    return before <= after ? -1 : 1;
  };
}
